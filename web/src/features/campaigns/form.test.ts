import { describe, expect, it } from 'vitest';
import { dayPriceOf, daysOf, emptyCampaign, inputOf, priceOf, sizeOf } from './form';
import type { Choices } from './queries';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const item = (placement: string, days: number, cents: number) => ({
  placement,
  days,
  price: {
    listed: euros(cents),
    discount_percent: 0,
    discount: euros(0),
    net: euros(cents),
    vat: euros(cents / 5),
    gross: euros(cents * 1.2),
  },
});

const choices: Choices = {
  sizes: [
    { size: 'wide', width: 728, height: 90 },
    { size: 'block', width: 300, height: 250 },
  ],
  items: [item('home', 15, 6000), item('home', 30, 12000), item('tender', 15, 3000)],
  first_day: '2027-06-01',
  last_day: '2028-06-01',
};

const form = emptyCampaign('76', choices.first_day);

describe('the form of a campaign', () => {
  it('tells the price of a choice and nothing before', () => {
    expect(priceOf(choices, form)).toBeUndefined();
    expect(priceOf(choices, { ...form, placement: 'home', days: '30' })?.gross.amount).toBe(14400);
    expect(dayPriceOf(choices, 'home')).toEqual(euros(400));
    expect(dayPriceOf(choices, 'provider')).toBeUndefined();
    expect(daysOf(choices)).toEqual(['15', '30']);
  });

  it('knows the size of a picture', () => {
    expect(sizeOf(choices, { width: 300, height: 250 })).toBe('block');
    expect(sizeOf(choices, { width: 300, height: 251 })).toBeUndefined();
    expect(sizeOf(choices, null)).toBeUndefined();
  });

  it('sends days as a number, and none as none', () => {
    expect(inputOf(form)).toMatchObject({ days: null, departement: '76', starts_on: '2027-06-01' });
    expect(inputOf({ ...form, days: '60' }).days).toBe(60);
  });
});
