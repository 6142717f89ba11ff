import { describe, expect, it } from 'vitest';
import { stateOf } from './standing';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const received = { kind: 'invoice', side: 'received', paid_on: null, due: euros(12_000) };

describe('where an invoice stands', () => {
  it('S1-112: is received by who pays, and issued for who sent it', () => {
    expect(stateOf(received)).toBe('due');
    expect(stateOf({ ...received, side: 'issued' })).toBe('issued');
  });

  it('is paid when it was, or when deposits leave nothing', () => {
    expect(stateOf({ ...received, paid_on: '2027-03-01' })).toBe('paid');
    expect(stateOf({ ...received, due: euros(0) })).toBe('paid');
  });

  it('is a credit for both', () => {
    expect(stateOf({ ...received, kind: 'credit_note' })).toBe('credit');
  });
});
