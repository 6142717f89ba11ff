// The kinds of news that a pair finds among its exchanges: of quote requests, custom offers and orders. Each feature
// that shows them has its own words.

export const BARGAIN_KINDS = [
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
  'order_stopped',
  'order_cancelled',
  'order_weekly_hours_changed',
] as const;

export type BargainKind = (typeof BARGAIN_KINDS)[number];

/** `order.payment_due` as the keys of texts have it; nothing for other news. */
export const bargainOf = (kind: string): BargainKind | undefined =>
  BARGAIN_KINDS.find((one) => one === kind.replace('.', '_'));
