import { expect, it } from 'vitest';
import { formatPhone } from './phone';

it('writes French numbers in pairs', () => {
  expect(formatPhone('+33612345678')).toBe('06 12 34 56 78');
  expect(formatPhone('+262692123456')).toBe('+262 692 12 34 56');
  expect(formatPhone('+447911123456')).toBe('+447911123456');
});
