import { describe, expect, it } from 'vitest';
import { differencesOf, facetsOf, standsIn } from './difference';
import type { Version } from './queries';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const line = (label: string, amount: number) => ({
  label,
  quantity: '1',
  unit_price: euros(amount),
  vat_rate: 0,
  net: euros(amount),
});
const totals = (amount: number) => ({
  net: euros(amount),
  shares: [],
  vat: euros(0),
  gross: euros(amount),
});

const version = (number: number, changes: Partial<Version> = {}): Version => ({
  number,
  title: 'Soirée',
  description: 'Un DJ.',
  terms: {
    kind: 'fixed',
    lines: [line('DJ', 60_000)],
    totals: totals(60_000),
    delivery_days: 14,
  },
  revisions: 1,
  questions: [],
  settlement: 'direct',
  deposit_percent: null,
  promised_until: null,
  written_at: `2027-01-0${number}T10:00:00Z`,
  ...changes,
});

const changedIn = (older: Version, newer: Version) =>
  differencesOf(older, newer).flatMap(({ facet, changed }) => (changed ? [facet] : []));

describe('two versions of an offer', () => {
  it('differ in nothing when only their number and date do', () => {
    expect(changedIn(version(1), version(2))).toEqual([]);
  });

  it('name each point that changed', () => {
    const newer = version(2, {
      terms: {
        kind: 'fixed',
        lines: [line('DJ', 60_000), line('Lumière', 10_000)],
        totals: totals(70_000),
        delivery_days: 14,
      },
      revisions: null,
    });
    expect(changedIn(version(1), newer)).toEqual(['lines', 'gross', 'revisions']);
    const { lines } = facetsOf(version(1));
    expect(standsIn(line('DJ', 60_000), lines as unknown[])).toBe(true);
    expect(standsIn(line('Lumière', 10_000), lines as unknown[])).toBe(false);
  });

  it('show the points of both kinds when the kind changed', () => {
    const hourly = version(2, {
      terms: {
        kind: 'hourly',
        rate: euros(6_000),
        vat_rate: 0,
        estimated_hours: 10,
        totals: totals(60_000),
      },
    });
    const changed = changedIn(version(1), hourly);
    expect(changed).toEqual(expect.arrayContaining(['kind', 'lines', 'rate', 'estimatedHours']));
    expect(changed).not.toContain('gross');
  });
});
