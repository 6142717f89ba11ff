// What the terms that are being typed come to, and how long they take. The API has the last word.
import { priced } from '@/lib/lines';
import { sumOf, totalsOf, type Totals } from '@/lib/pricing';
import type { Count, MilestoneForm, TermsForm } from './form';

/** Nobody types more deliveries than this on purpose. */
const MOST_DELIVERIES = 200;

const milestoneTotals = ({ price, vat_rate }: MilestoneForm) =>
  totalsOf([{ quantity: '1', unitPrice: price, vatRate: Number(vat_rate) }]);

/** In all: each milestone and each delivery has its own VAT. */
export function termsTotals(terms: TermsForm): Totals {
  switch (terms.kind) {
    case 'fixed':
      return totalsOf(terms.lines.map(priced));
    case 'milestones':
      return sumOf(terms.milestones.map(milestoneTotals));
    case 'subscription': {
      const once = totalsOf(terms.lines.map(priced));
      const times = Math.min(Math.max(1, Number(terms.deliveries) || 1), MOST_DELIVERIES);
      return sumOf(Array.from({ length: times }, () => once));
    }
    case 'hourly': {
      const { rate, vat_rate, estimated_hours } = terms;
      const hours = { quantity: String(estimated_hours), unitPrice: rate };
      return totalsOf([{ ...hours, vatRate: Number(vat_rate) }]);
    }
  }
}

export interface Days {
  /** Of all milestones. */
  sum: number;
  /** Until the final delivery; none while it is not typed. */
  final: number | null;
  /** By how much the milestones pass it. */
  beyond: number;
}

/** S2-028: the milestones together take no longer than the final delivery allows. */
export function daysOf(milestones: readonly MilestoneForm[], delivery_days: Count): Days {
  const sum = milestones.reduce((all, { days }) => all + (Number(days) || 0), 0);
  const final = Number(delivery_days) || null;
  return { sum, final, beyond: final === null ? 0 : Math.max(0, sum - final) };
}
