import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bargainKind } from './bargain';

const DOMAIN = join(import.meta.dirname, '../../../../crates/domain/src/facts.rs');

describe('news of custom offers and orders', () => {
  it('has a sentence for every fact about them', () => {
    const declared = /^ {4}\w+ = "((?:custom_offer|order)\.\w+)"/gm;
    const kinds = [...readFileSync(DOMAIN, 'utf8').matchAll(declared)].map(([, kind = '']) => kind);
    expect(kinds.length).toBeGreaterThan(10);
    // Hours are told by their sheet, not one by one.
    const news = kinds.filter((kind) => !kind.startsWith('order.hours_'));
    for (const kind of news) expect(bargainKind({ kind, from: 'me' }), kind).toBeTruthy();
  });

  it('tells who cancelled, and what time did alone', () => {
    const cancelled = (from: string | null) => bargainKind({ kind: 'order.cancelled', from });
    expect(cancelled('me')).toBe('order_cancelled');
    expect(cancelled('them')).toBe('order_cancelled_other');
    expect(cancelled(null)).toBe('order_cancelled_alone');
    const accepted = { kind: 'order.milestone_accepted', from: null };
    expect(bargainKind(accepted)).toBe('order_milestone_accepted_alone');
  });

  it('tells of a dispute by who opened it, and who called the operator', () => {
    const told = (kind: string, from: string | null) => bargainKind({ kind, from });
    expect(told('dispute.opened', 'me')).toBe('dispute_opened');
    expect(told('dispute.opened', 'them')).toBe('dispute_opened_other');
    expect(told('dispute.escalated', null)).toBe('dispute_escalated_alone');
    expect(told('dispute.ruled', null)).toBe('dispute_ruled');
    expect(told('dispute.said', 'me')).toBeUndefined();
  });

  it('knows nothing of what this version does not know', () => {
    expect(bargainKind({ kind: 'order.disputed', from: 'me' })).toBeUndefined();
  });
});
