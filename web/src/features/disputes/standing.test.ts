import { describe, expect, it } from 'vitest';
import type { Dispute } from './queries';
import { isDrafted, isTodo, partsOf, saidIn, toneOf } from './standing';

const party = { handle: 'x', id: 'org_1', legal_kind: 'company' };
const dispute = (more: Partial<Dispute>): Dispute => ({
  id: 'dsp_1',
  version: 1,
  state: 'open',
  title: 'Soirée',
  order: 'ord_1',
  milestone: 1,
  settlement: 'held',
  client: party,
  provider: party,
  opener: 'client',
  reason: 'La sonorisation manquait.',
  at_stake: { amount: 80_000, currency: 'EUR' },
  opened_at: '2026-12-01T10:00:00Z',
  escalates_at: '2026-12-15T10:00:00Z',
  ruling: '',
  actions: [],
  ...more,
});

describe('a dispute', () => {
  it('S1-104: is told from its reason to its end, in its order', () => {
    const said = saidIn(
      dispute({
        messages: [
          { id: 'dsm_1', from: 'provider', text: 'Elle était là.', at: '2026-12-02T10:00:00Z' },
          { id: 'dsm_2', from: 'operator', text: 'Une photo ?', at: '2026-12-04T10:00:00Z' },
        ],
        escalated_at: '2026-12-03T10:00:00Z',
        ended_at: '2026-12-05T10:00:00Z',
        ruling: 'À moitié.',
      }),
    );
    expect(said.map(({ kind, from }) => [kind, from])).toEqual([
      ['opened', 'client'],
      ['message', 'provider'],
      ['escalated', null],
      ['message', 'operator'],
      ['ruled', 'operator'],
    ]);
    expect(saidIn(dispute({ ended_at: '2026-12-05T10:00:00Z' })).at(-1)?.kind).toBe('over');
  });

  it('waits for the reader when there is a proposal to answer or a ruling to give', () => {
    expect(isTodo({ actions: ['say', 'agree'] })).toBe(true);
    expect(isTodo({ actions: ['say', 'rule'] })).toBe(true);
    expect(isTodo({ actions: ['say', 'confirm'] })).toBe(true);
    expect(toneOf({ state: 'open', actions: ['say', 'propose'] })).toBe('caution');
  });

  it('is not ruled while a second person is to confirm it', () => {
    const draft = {
      by: 'Ada Martin',
      way_out: { kind: 'go_on' },
      ruling: 'Elle continue.',
      at: '2026-12-05T10:00:00Z',
    };
    expect(isDrafted({ state: 'escalated', draft })).toBe(true);
    expect(isDrafted({ state: 'escalated', draft: null })).toBe(false);
    expect(isDrafted({ state: 'ruled', draft: null })).toBe(false);
  });

  it('S1-106: is split in two parts that make the whole', () => {
    expect(partsOf(80_000, 30_000)).toEqual({ provider: 30_000, client: 50_000 });
    expect(partsOf(80_000, 80_001)).toBeNull();
    expect(partsOf(80_000, null)).toBeNull();
  });
});
