import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newsOf } from './news';

const DOMAIN = join(import.meta.dirname, '../../../../crates/domain/src/facts.rs');

it('S4-005: has a label for all that happened to an order, for whoever rules', () => {
  const declared = /^ {4}\w+ = "((?:order|custom_offer)\.\w+)"/gm;
  const kinds = [...readFileSync(DOMAIN, 'utf8').matchAll(declared)].map(([, kind = '']) => kind);
  expect(kinds.length).toBeGreaterThan(10);
  // Hours are told by their sheet, not one by one.
  const news = kinds.filter((kind) => !kind.startsWith('order.hours_'));
  for (const kind of news) expect(newsOf(kind), kind).not.toBe('other');
  expect(newsOf('lot.chosen')).toBe('other');
});
