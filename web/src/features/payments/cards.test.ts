import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CARDS, compact, grouped } from './cards';

const DOMAIN = join(import.meta.dirname, '../../../../crates/domain/src/sandbox.rs');

it('offers the test cards that the payment provider knows, and no other', () => {
  const known = [...readFileSync(DOMAIN, 'utf8').matchAll(/^ {4}\("(\d{16})", Card::/gm)];
  expect(CARDS.map(({ number }) => number).toSorted()).toEqual(
    known.map(([, number]) => number).toSorted(),
  );
});

it('writes a card number as it is printed', () => {
  expect(grouped('4242424242424242')).toBe('4242 4242 4242 4242');
  expect(grouped('4242 42')).toBe('4242 42');
  expect(compact('4242 4242')).toBe('42424242');
});
