import { describe, expect, it } from 'vitest';
import { emptyOffer, newMilestone, type TermsForm } from './form';
import { daysOf, termsTotals } from './sums';

const terms = (changes: Partial<TermsForm>): TermsForm => ({
  ...emptyOffer('fixed', '2000').terms,
  ...changes,
});

const milestone = (price: number | null, days: number | string, vat_rate = '2000') => ({
  ...newMilestone(vat_rate),
  price,
  days,
});

describe('what terms come to', () => {
  it('sums milestones, each with its own VAT', () => {
    const milestones = [milestone(10_003, 5), milestone(10_003, 5), milestone(5_000, 5, '0')];
    const totals = termsTotals(terms({ kind: 'milestones', milestones }));
    // 20 % of 100,03 € is 20,01 €, twice; at once it would be 40,01 €.
    expect(totals).toEqual({
      net: 25_006,
      shares: [
        { rate: 2000, net: 20_006, vat: 4_002 },
        { rate: 0, net: 5_000, vat: 0 },
      ],
      vat: 4_002,
      gross: 29_008,
    });
  });

  it('S2-018: counts each delivery of a subscription', () => {
    const lines = [{ label: 'Bouquet', quantity: '1', unit_price: 5_000, vat_rate: '2000' }];
    expect(termsTotals(terms({ kind: 'subscription', lines, deliveries: 6 })).gross).toBe(36_000);
    expect(termsTotals(terms({ kind: 'subscription', lines, deliveries: '' })).gross).toBe(6_000);
  });

  it('S2-030: multiplies the rate by the estimate', () => {
    const hourly = terms({ kind: 'hourly', rate: 4_500, vat_rate: '0', estimated_hours: 40 });
    expect(termsTotals(hourly).gross).toBe(180_000);
    expect(termsTotals({ ...hourly, estimated_hours: '' }).gross).toBe(0);
  });
});

describe('S2-028: the days of milestones', () => {
  it('are held against the final delivery', () => {
    const milestones = [milestone(1, 10), milestone(1, '14'), milestone(1, '')];
    expect(daysOf(milestones, 30)).toEqual({ sum: 24, final: 30, beyond: 0 });
    expect(daysOf(milestones, 20)).toEqual({ sum: 24, final: 20, beyond: 4 });
    expect(daysOf(milestones, '')).toEqual({ sum: 24, final: null, beyond: 0 });
  });
});
