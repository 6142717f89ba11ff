// Where a payment stands, and what its page shows meanwhile.
import type { Tone } from '@/ui/StatusBadge';
import type { Payment, PaymentState } from './queries';

export const stateOf = ({ state }: Pick<Payment, 'state'>) => state as PaymentState;

const TONES: Record<PaymentState, Tone> = {
  created: 'waiting',
  open: 'todo',
  succeeded: 'positive',
  failed: 'negative',
  expired: 'quiet',
  unneeded: 'caution',
  charged_back: 'negative',
};

export const toneOf = (payment: Pick<Payment, 'state'>) => TONES[stateOf(payment)];

/** Whether nothing more comes of it, as far as the payer can do anything. */
export const isOver = (payment: Pick<Payment, 'state'>) =>
  !['created', 'open'].includes(payment.state);

/** After these the same thing may be paid once more. */
export const mayPayAgain = ({ state }: Pick<Payment, 'state'>) =>
  state === 'failed' || state === 'expired';

/** The steps of a payment by test card, as they stand in the address. */
export const STEPS = { bank: 'banque', waiting: 'attente' } as const;

const FAILURES = ['card_declined', 'insufficient_funds', 'authentication_failed'] as const;
export type Failure = (typeof FAILURES)[number];

/** Why it failed, as far as there are words for it. */
export const failureOf = ({ failure }: Pick<Payment, 'failure'>): Failure | 'other' =>
  FAILURES.find((one) => one === failure) ?? 'other';
