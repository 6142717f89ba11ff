import { describe, expect, it } from 'vitest';
import type { Offer } from './queries';
import { emptyOffer, formOf, inputOf, sorted } from './terms';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const compared = (gross: number, average: number | null, count: number, written_at: string) => ({
  totals: { gross: euros(gross) },
  provider: { rating: { average, count } },
  written_at,
});

describe('the form of an offer', () => {
  it('S1-071: sends what the API reads', () => {
    const form = emptyOffer('80', '1000');
    form.lines[0] = { label: 'Repas', quantity: '80,5', unit_price: 4250, vat_rate: '1000' };
    expect(inputOf(form)).toEqual({
      public_message: '',
      private_message: '',
      expires_on: null,
      lines: [{ label: 'Repas', quantity: '80.5', unit_price: euros(4250), vat_rate: 1000 }],
    });
  });

  it('S1-072: begins a new version from the one in force', () => {
    const offer = {
      public_message: 'Bonjour',
      private_message: '',
      promised_until: '2027-04-30T22:00:00Z',
      lines: [{ label: 'DJ', quantity: '1', unit_price: euros(90_000), vat_rate: 0 }],
    } as Offer;
    const form = formOf(offer);
    expect(form.expires_on).toBe('2027-04-30');
    expect(form.lines[0]).toEqual({
      label: 'DJ',
      quantity: '1',
      unit_price: 90_000,
      vat_rate: '0',
    });
  });

  it('puts offers side by side by price, reviews or date', () => {
    const cheap = compared(80_000, null, 0, '2027-01-01T00:00:00Z');
    const loved = compared(120_000, 4.9, 3, '2027-01-02T00:00:00Z');
    const known = compared(110_000, 4.9, 40, '2027-01-03T00:00:00Z');
    const offers = [loved, cheap, known];
    expect(sorted(offers, 'prix')).toEqual([cheap, known, loved]);
    expect(sorted(offers, 'note')).toEqual([known, loved, cheap]);
    expect(sorted(offers, 'recent')).toEqual([known, loved, cheap]);
  });
});
