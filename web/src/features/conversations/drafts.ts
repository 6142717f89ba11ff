// Words that are not sent yet, for whoever wrote them.
import { useState } from 'react';
import { useMe } from '@/app/session';
import { keepDraft, readDraft } from '@/lib/drafts';

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
