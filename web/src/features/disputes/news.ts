// Which label tells news of an order, a custom offer or a quote request among the exchanges of a pair.
import type texts from './fr';

export type News = keyof (typeof texts)['news'];

const KINDS = [
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
  'custom_offer_sent',
  'custom_offer_revised',
  'custom_offer_withdrawn',
  'custom_offer_declined',
  'custom_offer_expired',
  'custom_offer_ended',
  'quote_request_sent',
  'quote_request_declined',
  'quote_request_withdrawn',
  'quote_request_expired',
  'quote_request_ended',
] as const satisfies readonly News[];

export const newsOf = (kind: string): News =>
  KINDS.find((one) => one === kind.replace('.', '_')) ?? 'other';
