import { describe, expect, it } from 'vitest';
import { failureOf, isOver, mayPayAgain, toneOf } from './standing';

describe('where a payment stands', () => {
  it('waits for its payer while it is made and open', () => {
    expect(isOver({ state: 'created' })).toBe(false);
    expect(isOver({ state: 'open' })).toBe(false);
    expect(isOver({ state: 'succeeded' })).toBe(true);
    expect(toneOf({ state: 'open' })).toBe('todo');
  });

  it('is made again only where nothing was charged', () => {
    expect(mayPayAgain({ state: 'failed' })).toBe(true);
    expect(mayPayAgain({ state: 'expired' })).toBe(true);
    expect(mayPayAgain({ state: 'unneeded' })).toBe(false);
    expect(mayPayAgain({ state: 'succeeded' })).toBe(false);
  });

  it('has words for each refusal, and others for those it does not know', () => {
    expect(failureOf({ failure: 'insufficient_funds' })).toBe('insufficient_funds');
    expect(failureOf({ failure: 'do_not_honor' })).toBe('other');
    expect(failureOf({})).toBe('other');
  });
});
