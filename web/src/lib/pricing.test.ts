import { describe, expect, it } from 'vitest';
import {
  formatQuantity,
  formatRate,
  lineNet,
  parseQuantity,
  totalsOf,
  type PricedLine,
} from './pricing';

const line = (quantity: string, unitPrice: number | null, vatRate = 2000): PricedLine => ({
  quantity,
  unitPrice,
  vatRate,
});

describe('pricing', () => {
  it('reads quantities of at most three places', () => {
    expect(parseQuantity('1,5')).toBe(1500n);
    expect(parseQuantity(' 12 ')).toBe(12_000n);
    expect(parseQuantity('0.001')).toBe(1n);
    for (const wrong of ['', '0', '1.2345', '-1', '1 000', 'deux', '1000000', '100000.001']) {
      expect(parseQuantity(wrong)).toBeNull();
    }
  });

  it('rounds each line half up, without a float', () => {
    expect(lineNet(line('0.5', 1))).toBe(1);
    expect(lineNet(line('0.333', 100))).toBe(33);
    expect(lineNet(line('1.005', 10_000))).toBe(10_050);
    expect(lineNet(line('100000', 999_999_999))).toBe(99_999_999_900_000);
    expect(lineNet(line('2', null))).toBeNull();
    expect(lineNet(line('', 1200))).toBeNull();
  });

  it('computes VAT once per rate, on the sum of its lines', () => {
    // Three lines of 0.03 at 20 %: 0.018 in all, and not three times a rounded 0.01.
    expect(totalsOf([line('1', 3), line('1', 3), line('1', 3)])).toEqual({
      net: 9,
      shares: [{ rate: 2000, net: 9, vat: 2 }],
      vat: 2,
      gross: 11,
    });
  });

  it('tells the VAT of each rate, the highest first, and leaves out unfinished lines', () => {
    const totals = totalsOf([
      line('80', 4250, 1000),
      line('1', 35_000, 2000),
      line('1', null, 550),
      line('2', 1000, 0),
    ]);
    expect(totals.shares).toEqual([
      { rate: 2000, net: 35_000, vat: 7000 },
      { rate: 1000, net: 340_000, vat: 34_000 },
      { rate: 0, net: 2000, vat: 0 },
    ]);
    expect(totals).toMatchObject({ net: 377_000, vat: 41_000, gross: 418_000 });
    expect(totalsOf([])).toEqual({ net: 0, shares: [], vat: 0, gross: 0 });
  });

  it('writes quantities and rates for the language', () => {
    expect(formatQuantity('62.5', 'fr')).toBe('62,5');
    expect(formatRate(2000, 'en')).toBe('20%');
    expect(formatRate(550, 'fr')).toBe('5,5\u00a0%');
  });
});
