// Which sentence tells news of a quote request, a custom offer or an order: by its kind and, where that matters, by who did it.
import type { components } from '@/api/schema.gen';
import { bargainOf } from '@/lib/bargains';
import type { client } from './bargain.fr';

type Entry = components['schemas']['EntryView'];

export type BargainKind = keyof typeof client;

/** Either side can cancel, and time can; time alone can accept in the client's place. */
export function bargainKind({ kind, from }: Pick<Entry, 'kind' | 'from'>): BargainKind | undefined {
  const known = bargainOf(kind);
  if (known === 'order_milestone_accepted' && !from) return 'order_milestone_accepted_alone';
  if (known === 'order_stopped' && from === 'them') return 'order_stopped_other';
  if (known === 'order_cancelled' && !from) return 'order_cancelled_alone';
  if (known === 'order_cancelled' && from === 'them') return 'order_cancelled_other';
  return known;
}

/** News of the order, not of the offer that made it. */
export const isOfOrder = ({ kind }: Pick<Entry, 'kind'>) => kind.startsWith('order.');
