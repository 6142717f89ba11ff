// Which sentence tells news of a quote request, a custom offer or an order: by its kind and, where that matters, by who did it.
import type { components } from '@/api/schema.gen';
import type { client } from './bargain.fr';

type Entry = components['schemas']['EntryView'];

export type BargainKind = keyof typeof client;

const KINDS = [
  'quote_request_sent',
  'quote_request_declined',
  'quote_request_withdrawn',
  'quote_request_expired',
  'quote_request_ended',
  'custom_offer_sent',
  'custom_offer_revised',
  'custom_offer_withdrawn',
  'custom_offer_declined',
  'custom_offer_expired',
  'custom_offer_ended',
  'order_placed',
  'order_payment_due',
  'order_funded',
  'order_requirements_given',
  'order_started',
  'order_delivered',
  'order_revision_requested',
  'order_milestone_accepted',
  'order_delivery_reminded',
  'order_completed',
  'order_cancelled',
  'order_weekly_hours_changed',
] as const satisfies readonly BargainKind[];

/** Either side can cancel, and time can; time alone can accept in the client's place. */
export function bargainKind({ kind, from }: Pick<Entry, 'kind' | 'from'>): BargainKind | undefined {
  const known = KINDS.find((one) => one === kind.replace('.', '_'));
  if (known === 'order_milestone_accepted' && !from) return 'order_milestone_accepted_alone';
  if (known === 'order_cancelled' && !from) return 'order_cancelled_alone';
  if (known === 'order_cancelled' && from === 'them') return 'order_cancelled_other';
  return known;
}

/** News of the order, not of the offer that made it. */
export const isOfOrder = ({ kind }: Pick<Entry, 'kind'>) => kind.startsWith('order.');
