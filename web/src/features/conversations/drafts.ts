// Words that are not sent yet, kept for this tab until they are, for whoever wrote them.
import { useState } from 'react';
import { useMe } from '@/app/session';

const PREFIX = 'estrade.draft.';

export function readDraft(name: string): string {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    if (text.trim()) sessionStorage.setItem(PREFIX + name, text);
    else sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Storage may be switched off or full: the words then live as long as the page.
  }
}

interface Draft {
  initial: string;
  keep: (text: string) => void;
}

/** The draft for a conversation, or for a first message to somebody. */
export function useDraft(about: string): Draft {
  const name = `${useMe().id}.${about}`;
  const [initial] = useState(() => readDraft(name));
  return { initial, keep: (text) => keepDraft(name, text) };
}
