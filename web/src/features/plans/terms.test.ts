import { expect, it } from 'vitest';
import { extended } from './terms';

it('S1-120: a plan that is bought again goes on from its end', () => {
  expect(extended('2027-03-15T10:00:00Z', 12)).toBe('2028-03-15T10:00:00.000Z');
  expect(extended('2028-02-29T10:00:00Z', 12)).toBe('2029-02-28T10:00:00.000Z');
});
