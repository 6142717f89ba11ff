import { describe, expect, it } from 'vitest';
import { emptyNeed, inputOf } from './form';

describe('the form of a need', () => {
  it('S5-012: begins where the reader was, and leaves open what is not typed', () => {
    const form = { ...emptyNeed('dj', '76'), title: 'Bal', budget_max: 60_000 };
    expect(inputOf(form)).toEqual({
      title: 'Bal',
      description: '',
      trade: 'dj',
      departement: '76',
      day: null,
      budget_min: null,
      budget_max: { amount: 60_000, currency: 'EUR' },
    });
    expect(inputOf(emptyNeed(undefined, undefined))).toMatchObject({ trade: '', departement: '' });
  });
});
