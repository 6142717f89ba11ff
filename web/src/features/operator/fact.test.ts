// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byDay, fieldsOf, mentionsOf, piecesOf, quoteOf, sentenceKey } from './fact';
import en from './en';
import fr from './fr';
import type { Fact } from './queries';

const DOMAIN = join(import.meta.dirname, '../../../../crates/domain/src/facts.rs');

/** « kind » = "thing.happened" of each variant, with the fields that it has. */
function knownFacts(): { kind: string; fields: string[] }[] {
  const declared = /^ {4}\w+ = "([\w.]+)" \{ ([^}]*?),? \}/gm;
  return [...readFileSync(DOMAIN, 'utf8').matchAll(declared)].map(([, kind = '', fields = '']) => ({
    kind,
    fields: fields.split(', ').map((field) => field.split(':')[0] ?? ''),
  }));
}

/** Whom and what the corners of an offer or an order name. */
const CORNERS: [string, string[]][] = [
  ['bid', ['client', 'provider', 'tender']],
  ['quote', ['client', 'provider']],
  ['pact', ['client', 'provider']],
  ['job', ['client', 'provider']],
  ['quarrel', ['client', 'provider']],
  ['leaving', ['organization']],
];

type Tree = Record<string, Record<string, string>>;

const textAt = (tree: Tree, key: string) => {
  const [thing = '', what = ''] = key.split('.');
  return tree[thing]?.[what];
};

const fact = (kind: string, details: object, more: Partial<Fact> = {}): Fact => ({
  id: 'fct_1',
  kind,
  at: '2026-11-22T10:00:00Z',
  subject: 'org_1',
  details: details as Fact['details'],
  ...more,
});

describe('the sentences of the log', () => {
  it('tell every fact of the domain, in both languages, and name only what it holds', () => {
    const facts = knownFacts();
    expect(facts.length).toBeGreaterThan(40);
    for (const { kind, fields } of facts) {
      const held = CORNERS.find(([name]) => fields.includes(name))?.[1] ?? fields;
      for (const texts of [fr, en]) {
        expect(textAt(texts.kinds, kind), `kind ${kind}`).toBeTruthy();
        const sentence = textAt(texts.sentences, kind);
        expect(sentence, `sentence ${kind}`).toBeTruthy();
        const named = piecesOf(sentence ?? '').flatMap((piece) =>
          'mention' in piece ? [piece.mention] : [],
        );
        expect(held, kind).toEqual(expect.arrayContaining(named));
      }
    }
  });

  it('offer in the filter only facts that exist', () => {
    const known = knownFacts().map(({ kind }) => kind);
    const offered = Object.entries(fr.kinds).flatMap(([thing, whats]) =>
      Object.keys(whats).map((what) => `${thing}.${what}`),
    );
    expect(known.toSorted()).toEqual(offered.toSorted());
  });

  it('take the ids of an offer from its bid', () => {
    const bid = {
      client: 'org_1',
      provider: 'org_2',
      tender: 'tnd_1',
      lot: 'lot_1',
      offer: 'ofr_1',
    };
    expect(mentionsOf(fact('offer.sent', { bid }))).toEqual({
      client: 'org_1',
      provider: 'org_2',
      tender: 'tnd_1',
    });
  });

  it('tell a correction by the operator from a change by the organization', () => {
    const details = { organization: 'org_1' };
    const by = (organization: string) =>
      sentenceKey(fact('organization.updated', details, { organization }));
    expect(by('org_1')).toBe('organization.updated');
    expect(by('org_operator')).toBe('organization.corrected');
  });

  it('tell an approval by silence, and a limit that was lifted, for themselves', () => {
    const job = { order: 'ord_1', offer: 'ofr_1', client: 'org_1', provider: 'org_2' };
    const accepted = (approval: string) =>
      sentenceKey(fact('order.milestone_accepted', { job, milestone: 1, approval }));
    expect(accepted('client')).toBe('order.milestone_accepted');
    expect(accepted('silence')).toBe('order.milestone_accepted_silently');
    const limited = (hours: number | null, from: string | null = null) =>
      sentenceKey(fact('order.weekly_hours_changed', { job, hours, from }));
    expect(limited(15)).toBe('order.weekly_hours_changed');
    expect(limited(10, '2027-06-14')).toBe('order.weekly_hours_lowered');
    expect(limited(null)).toBe('order.weekly_hours_lifted');
    expect(mentionsOf(fact('order.placed', { job }))).toEqual({
      client: 'org_1',
      provider: 'org_2',
    });
  });

  it('tell sums and ways out of a dispute in words', () => {
    const quarrel = { dispute: 'dsp_1', client: 'org_1', provider: 'org_2' };
    const way_out = { kind: 'split', released: { amount: 30_000, currency: 'EUR' } };
    const ruled = fact('dispute.ruled', { quarrel, way_out, ruling: 'À moitié.' });
    expect(mentionsOf(ruled)).toEqual({ client: 'org_1', provider: 'org_2' });
    expect(quoteOf(ruled)).toBe('À moitié.');
    expect(fieldsOf(ruled)).toMatchObject({
      way_out: 'split',
      released: expect.stringMatching(/^300,00/) as string,
    });
    const leaving = { outgoing: 'out_1', organization: 'org_2', amount: way_out.released };
    expect(fieldsOf(fact('payout.settled', { leaving })).amount).toMatch(/^300,00/);
  });

  it('tell hours and days as people write them', () => {
    const job = { order: 'ord_1', offer: 'ofr_1', client: 'org_1', provider: 'org_2' };
    const logged = fieldsOf(fact('order.hours_logged', { job, sheet: 2, minutes: 150 }));
    expect(logged).toMatchObject({ sheet: '2', duration: '2\u00a0h\u00a030' });
    const lowered = fact('order.weekly_hours_changed', { job, hours: 10, from: '2027-06-14' });
    expect(fieldsOf(lowered).from).toBe('lundi 14 juin');
  });

  it('keep what somebody wrote apart', () => {
    const closed = fact('organization.closed', { organization: 'org_1', reason: 'Faux avis <b/>' });
    expect(quoteOf(closed)).toBe('Faux avis <b/>');
    expect(quoteOf(fact('lot.declined', { bid: {}, reason: '' }))).toBeUndefined();
  });
});

it('puts the facts of a day together', () => {
  const facts = ['2026-11-22T10', '2026-11-22T09', '2026-11-21T23'].map((at) => ({ at }));
  const days = byDay(facts, (at) => at.slice(0, 10));
  expect(days.map(({ day, facts: one }) => [day, one.length])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-21', 1],
  ]);
});
