import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney, toDecimal } from './money';

describe('money', () => {
  it('writes minor units exactly', () => {
    expect(toDecimal(12050, 2)).toBe('120.50');
    expect(toDecimal(5, 2)).toBe('0.05');
    expect(toDecimal(-1, 2)).toBe('-0.01');
    expect(toDecimal(500, 0)).toBe('500');
  });

  it('formats for the language', () => {
    expect(formatMoney({ amount: 125000, currency: 'EUR' }, 'fr')).toBe('1\u202f250,00\u00a0€');
    expect(formatMoney({ amount: 125000, currency: 'EUR' }, 'fr', 'auto')).toBe(
      '1\u202f250\u00a0€',
    );
    expect(formatMoney({ amount: 125050, currency: 'EUR' }, 'en', 'auto')).toBe('€1,250.50');
    expect(formatMoney({ amount: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  });

  it('reads what people type', () => {
    expect(parseMoney('1 250,5')).toBe(125050);
    expect(parseMoney('1250')).toBe(125000);
    expect(parseMoney('1,250.50')).toBe(125050);
    expect(parseMoney('1.250')).toBe(125000);
    expect(parseMoney('12,50 €')).toBe(1250);
    expect(parseMoney('12,505.1')).toBe(1250510);
    expect(parseMoney('12,5055')).toBeNull();
    expect(parseMoney('douze')).toBeNull();
    expect(parseMoney('')).toBeNull();
  });
});
