// An offer that is not sent yet is kept for this tab, like the words of a message.
import { useEffect, useRef } from 'react';
import { useMe } from '@/app/session';
import { keepDraft } from '@/lib/drafts';
import type { CustomOfferForm } from './form';

/** `about` names the conversation, or the offer and its version. */
export function useDraftName(about: string): string {
  return `${useMe().id}.offer.${about}`;
}

/** Follows what is typed; what the form began with is not worth keeping. */
export function useKept(name: string, values: CustomOfferForm): void {
  const first = useRef(values);
  useEffect(() => {
    if (values !== first.current) keepDraft(name, JSON.stringify(values));
  }, [name, values]);
}
