// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { keysOf } from './live';

describe('what an event makes load again', () => {
  it('is what shows it, and always the inbox and the counters', () => {
    expect(keysOf('message.sent')).toEqual(['conversations', 'todo', 'notices', 'needs']);
    expect(keysOf('custom_offer.revised')).toContain('custom-offers');
    expect(keysOf('order.delivered')).toContain('orders');
    expect(keysOf('order.hours_logged')).toContain('orders');
    expect(keysOf('dispute.ruling_drafted')).toContain('disputes');
    expect(keysOf('order.funded')).toEqual(expect.arrayContaining(['orders', 'payments']));
    expect(keysOf('dispute.said')).toContain('disputes');
    expect(keysOf('payment.refused')).toContain('payments');
    expect(keysOf('payout.settled')).toContain('payouts');
    expect(keysOf('organization.plan_granted')).toContain('me');
    expect(keysOf('tag.updated')).toContain('tags');
    expect(keysOf('conversation.declined')).toContain('needs');
    expect(keysOf('lot.confirmed')).toContain('offers');
    expect(keysOf('lot.called_off')).toEqual(expect.arrayContaining(['tenders', 'orders']));
    expect(keysOf('order.milestone_accepted')).toEqual(
      expect.arrayContaining(['offers', 'lots', 'tenders']),
    );
  });
});
