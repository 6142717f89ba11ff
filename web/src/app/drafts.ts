// Words that are not sent yet, and the files that go with them, for whoever wrote them: a message, a delivery.
import { useState } from 'react';
import type { SentFile } from '@/api/files';
import { useMe } from './session';
import { keepDraft, readDraft } from '@/lib/drafts';

interface Draft {
  initial: string;
  files: SentFile[];
  keep: (text: string) => void;
  keepFiles: (files: SentFile[]) => void;
}

/** The draft for a conversation, for a first message to somebody, or for the delivery of an order. */
export function useDraft(about: string): Draft {
  const name = `${useMe().id}.${about}`;
  const beside = `${name}.files`;
  const [initial] = useState(() => readDraft(name));
  const [files] = useState(() => readFiles(beside));
  return {
    initial,
    files,
    keep: (text) => keepDraft(name, text),
    keepFiles: (kept) => keepDraft(beside, kept.length > 0 ? JSON.stringify(kept) : ''),
  };
}

function readFiles(name: string): SentFile[] {
  const kept = readDraft(name);
  return kept ? (JSON.parse(kept) as SentFile[]) : [];
}
