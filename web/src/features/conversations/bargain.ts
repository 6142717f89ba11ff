// Which sentence tells news of a quote request, a custom offer, an order or a dispute: by its kind and, where that matters,
// by who did it.
import type { components } from '@/api/schema.gen';
import { bargainOf } from '@/lib/bargains';
import type { client } from './bargain.fr';

type Entry = components['schemas']['EntryView'];

export type BargainKind = keyof typeof client;

const DISPUTE_KINDS = [
  'dispute_opened',
  'dispute_agreed',
  'dispute_closed',
  'dispute_escalated',
  'dispute_ruled',
] as const;

/** Either side opens a dispute and calls the operator, time does the latter too; its opener closes it. */
function disputeKind({ kind, from }: Pick<Entry, 'kind' | 'from'>): BargainKind | undefined {
  const known = DISPUTE_KINDS.find((one) => one === kind.replace('.', '_'));
  if (!known || known === 'dispute_agreed' || known === 'dispute_ruled') return known;
  if (!from) return known === 'dispute_closed' ? known : `${known}_alone`;
  return from === 'them' ? `${known}_other` : known;
}

/** Either side can cancel, and time can; time alone can accept in the client's place. */
export function bargainKind({ kind, from }: Pick<Entry, 'kind' | 'from'>): BargainKind | undefined {
  const known = bargainOf(kind);
  if (known === 'order_milestone_accepted' && !from) return 'order_milestone_accepted_alone';
  if (known === 'order_stopped' && from === 'them') return 'order_stopped_other';
  if (known === 'order_cancelled' && !from) return 'order_cancelled_alone';
  if (known === 'order_cancelled' && from === 'them') return 'order_cancelled_other';
  return known ?? disputeKind({ kind, from });
}

/** News of the order, not of the offer that made it. */
export const isOfOrder = ({ kind }: Pick<Entry, 'kind'>) => /^(order|dispute)\./.test(kind);
