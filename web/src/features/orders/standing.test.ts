import { describe, expect, it } from 'vitest';
import type { Milestone } from './queries';
import {
  currentOf,
  followingOf,
  isLate,
  isRefundable,
  limitOf,
  nextAct,
  toComeOf,
  revisionsLeft,
  toneOf,
} from './standing';
import { wordsOf } from './parts';

const milestone = (number: number, state: string, more: Partial<Milestone> = {}): Milestone => ({
  number,
  name: '',
  state,
  net: { amount: 1000, currency: 'EUR' },
  gross: { amount: 1000, currency: 'EUR' },
  revisions_used: 0,
  ...more,
});

describe('where an order stands', () => {
  it('is about the first milestone that is not over', () => {
    const milestones = [
      milestone(1, 'accepted'),
      milestone(2, 'delivered'),
      milestone(3, 'pending'),
    ];
    expect(currentOf({ milestones })?.number).toBe(2);
    expect(followingOf({ milestones })?.number).toBe(3);
    expect(toComeOf({ milestones }).map(({ number }) => number)).toEqual([3]);
    expect(currentOf({ milestones: [milestone(1, 'cancelled')] })).toBeUndefined();
  });

  it('asks for one thing at a time, and only for what the view permits', () => {
    expect(nextAct({ actions: ['request_revision', 'accept'] })).toBe('accept');
    expect(nextAct({ actions: ['deliver', 'cancel'] })).toBe('deliver');
    expect(nextAct({ actions: ['set_weekly_hours', 'cancel'] })).toBeUndefined();
    expect(toneOf({ status: 'delivered', actions: ['accept'] })).toBe('todo');
    expect(toneOf({ status: 'delivered', actions: [] })).toBe('waiting');
  });

  it('tells until when what waits can wait', () => {
    const milestones = [
      milestone(1, 'delivered', { accept_by: '2027-01-08T00:00:00Z' }),
      milestone(2, 'pending'),
    ];
    expect(limitOf({ milestones })).toBe('2027-01-08T00:00:00Z');
    expect(limitOf({ milestones, answer_by: '2027-01-05T00:00:00Z' })).toBe('2027-01-05T00:00:00Z');
    expect(limitOf({ milestones: [milestone(1, 'accepted')] })).toBeUndefined();
    const due_at = '2027-01-08T00:00:00Z';
    expect(isLate({ due_at }, Date.parse(due_at) - 1)).toBe(false);
    expect(isLate({ due_at }, Date.parse(due_at))).toBe(true);
    expect(isLate({}, Date.parse(due_at))).toBe(false);
  });

  it('sends a sheet of hours by itself, which is no lateness', () => {
    const due_at = '2027-01-11T11:00:00Z';
    const sheet = milestone(1, 'started', { due_at, minutes: 150 });
    expect(limitOf({ milestones: [sheet] })).toBe(due_at);
    expect(
      limitOf({ milestones: [{ ...sheet, minutes: 0 }] }),
      'an empty one waits',
    ).toBeUndefined();
    expect(isLate(sheet, Date.parse(due_at) + 1)).toBe(false);
  });

  it('S1-049: has no limit where nothing of it is due, and waits for its day', () => {
    const milestones = [milestone(1, 'started')];
    expect(limitOf({ milestones })).toBeUndefined();
    expect(nextAct({ actions: ['complete', 'dispute'] }), 'it waits for its day').toBeUndefined();
  });

  it('calls a lot by words of its own', () => {
    const lot = { id: 'lot_1', trade: 'dj', tender: 'tnd_1' };
    const is_clients_to_end = false;
    expect(wordsOf({ kind: 'hourly', is_clients_to_end })).toBe('hourly');
    expect(wordsOf({ kind: 'fixed', is_clients_to_end })).toBeUndefined();
    expect(wordsOf({ kind: 'fixed', is_clients_to_end: true, lot })).toBe('directLot');
    expect(wordsOf({ kind: 'fixed', is_clients_to_end, lot })).toBe('heldLot');
  });

  it('S4-001, S4-004: is paid, then begun, before anything else', () => {
    expect(nextAct({ actions: ['pay', 'cancel'] })).toBe('pay');
    expect(nextAct({ actions: ['start', 'cancel'] })).toBe('start');
    expect(nextAct({ actions: ['dispute'] })).toBeUndefined();
    expect(toneOf({ status: 'paid', actions: ['start'] })).toBe('todo');
    expect(toneOf({ status: 'awaiting_payment', actions: [] })).toBe('waiting');
    const pay_by = '2027-01-08T00:00:00Z';
    const answer_by = '2027-02-08T00:00:00Z';
    const unpaid = [milestone(1, 'awaiting_payment', { pay_by }), milestone(2, 'pending')];
    expect(limitOf({ milestones: unpaid, answer_by })).toBe(pay_by);
    const funded = [milestone(1, 'funded', { start_by: pay_by, refundable_at: pay_by })];
    expect(limitOf({ milestones: funded })).toBe(pay_by);
    expect(isRefundable({ refundable_at: pay_by }, Date.parse(pay_by) - 1)).toBe(false);
    expect(isRefundable({ refundable_at: pay_by }, Date.parse(pay_by))).toBe(true);
    expect(isRefundable({}, Date.parse(pay_by))).toBe(false);
  });

  it('S1-100: stands still in a dispute, and goes on after a settled milestone', () => {
    const milestones = [milestone(1, 'settled'), milestone(2, 'disputed'), milestone(3, 'pending')];
    expect(currentOf({ milestones })?.number).toBe(2);
    expect(limitOf({ milestones })).toBeUndefined();
    expect(toneOf({ status: 'disputed', actions: [] })).toBe('caution');
  });

  it('S2-007: counts the revisions that are left', () => {
    expect(revisionsLeft({ revisions: 2 }, { revisions_used: 1 })).toBe(1);
    expect(revisionsLeft({ revisions: 0 }, { revisions_used: 0 })).toBe(0);
    expect(revisionsLeft({ revisions: null }, { revisions_used: 9 })).toBeNull();
  });
});
