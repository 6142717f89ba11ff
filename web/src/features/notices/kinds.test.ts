import { describe, expect, it } from 'vitest';
import { ageOf, byAge, subjectOf } from './kinds';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour);

describe('notices', () => {
  it('are grouped by calendar days, the newest first', () => {
    const now = at(22, 9).getTime();
    const notices = [at(22, 0), at(21, 23), at(16, 12), at(2, 12)].map((date) => ({
      created_at: date.toISOString(),
    }));
    expect(byAge(notices, now).map(([age, those]) => [age, those.length])).toEqual([
      ['today', 1],
      ['week', 2],
      ['before', 1],
    ]);
    expect(ageOf(at(15, 23).toISOString(), now)).toBe('before');
  });

  it('are told apart by what they are about', () => {
    expect(subjectOf('lot.chosen')).toBe('mission');
    expect(subjectOf('lot.called_off')).toBe('mission');
    expect(subjectOf('custom_offer.sent')).toBe('offer');
    expect(subjectOf('order.delivered')).toBe('mission');
    expect(subjectOf('order.payment_due')).toBe('money');
    expect(subjectOf('payout.settled')).toBe('money');
    expect(subjectOf('dispute.opened')).toBe('dispute');
    expect(subjectOf('organization.plan_granted')).toBe('account');
  });
});
