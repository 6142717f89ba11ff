// The money in English words; money.fr.ts is the model.
import type { Texts } from '@/lib/language';
import type * as fr from './money.fr';

export const outgoingKinds = { refund: 'Refund', payout: 'Payout' } satisfies Texts<
  typeof fr.outgoingKinds
>;

export const outgoingStates = {
  created: 'Being prepared',
  sent: 'On its way',
  settled: 'Arrived',
  failed: 'Did not arrive',
  replaced: 'Replaced',
} satisfies Texts<typeof fr.outgoingStates>;

export const failures = {
  account_closed: 'The bank account is closed.',
  charge_already_refunded: 'The original payment is refunded already.',
  charge_not_refundable: 'The original payment cannot be refunded.',
  declined: 'The bank declined it.',
  expired_or_canceled_card: 'The card has expired, or was cancelled.',
  insufficient_funds: 'The balance at the payment provider is too low.',
  lost_or_stolen_card: 'The card was reported lost or stolen.',
  transfer_reversed: 'The transfer came back.',
  other: 'The payment provider answers: {{code}}',
} satisfies Texts<typeof fr.failures>;

export const money = {
  title: 'Money',
  lead: 'Where the money stands that passes through the platform, and what leaves it.',
  stopped: 'No money moves',
  stoppedText:
    'Verifying the books found a difference. On the server, “estrade ledger verify” says which; once its cause is found, “estrade ledger resume” lets money move again.',
  others: 'Other people’s money',
  own: 'The platform',
  books: {
    kept: 'Kept for milestones',
    payable: 'To be paid out',
    out: 'On its way',
    suspense: 'Not yet attributed',
    commissions: 'Commissions',
    plans: 'Plans',
    campaigns: 'Advertising campaigns',
    vat: 'VAT due',
    charge_backs: 'Taken back by banks',
  },
  bookHints: {
    kept: 'The clients’, until they accept the deliveries.',
    payable: 'Earned by providers, and not yet paid out.',
    out: 'Sent to the banks, and not yet arrived.',
    suspense: 'Refunds that did not arrive, above all.',
    commissions: 'Taken from what providers were paid, without VAT.',
    plans: 'Sold to providers, without VAT.',
    campaigns: 'Sold to providers, without VAT, less the VIP+ discount.',
    vat: 'On the commissions, the plans and the campaigns.',
    charge_backs: 'A loss: nobody is left to ask for it.',
  },
  outgoings: 'Refunds and payouts',
  outgoingsLead:
    'A refund that does not arrive waits for you to send it again. A payout that does not arrive is still owed to the provider.',
  kind: 'Kind',
  anyKind: 'Both',
  state: 'State',
  anyState: 'All states',
  to: 'to',
  decided: 'decided on',
  settled: 'arrived on',
  order: 'order in the log',
  retry: 'Send the refund again',
  retryFor: 'Send the refund again: {{amount}} to {{name}}',
  retryQuestion: 'Send {{amount}} to {{name}} again?',
  consequences: [
    'A new refund leaves for the original means of payment.',
    'The one that did not arrive is marked “Replaced” and cannot be sent again.',
    'If the new one does not arrive either, it waits here in turn.',
  ],
  retried: 'The refund to {{name}} is on its way again.',
  none: 'Nothing has left yet',
  noneText: 'Refunds and payouts are listed here as soon as they are decided.',
  noMatch: 'Nothing matches',
  noMatchText: 'Remove a filter.',
} satisfies Texts<typeof fr.money>;
