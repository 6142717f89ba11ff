import { describe, expect, it } from 'vitest';
import { failureOf } from './words';

describe('why money did not arrive', () => {
  it('is told in words where there are some, and never passed over', () => {
    expect(failureOf('account_closed')).toBe('account_closed');
    expect(failureOf('a_code_of_tomorrow')).toBe('other');
    expect(failureOf('other')).toBe('other');
  });

  it('is not told where nothing was said', () => {
    expect(failureOf(null)).toBeUndefined();
    expect(failureOf(undefined)).toBeUndefined();
  });
});
