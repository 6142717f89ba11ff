// Where an invoice stands, as its reader needs to know it. Of what the two settle between them nobody here knows
// whether it was paid: such an invoice was received, or issued, and says until when it is due.
import type { Tone } from '@/ui/StatusBadge';
import type { Invoice } from './queries';

export type InvoiceState = 'paid' | 'due' | 'issued' | 'credit';

type Standing = Pick<Invoice, 'kind' | 'side' | 'paid_on' | 'due'>;

export function stateOf({ kind, side, paid_on, due }: Standing): InvoiceState {
  if (kind === 'credit_note') return 'credit';
  if (paid_on || due.amount === 0) return 'paid';
  return side === 'received' ? 'due' : 'issued';
}

export function toneOf(invoice: Standing): Tone {
  const tones: Record<InvoiceState, Tone> = {
    paid: 'positive',
    due: 'quiet',
    issued: 'quiet',
    credit: 'caution',
  };
  return tones[stateOf(invoice)];
}
