import { describe, expect, it } from 'vitest';
import { emptyOpinion, inputOf, lackingIn, likelyDay } from './opinion';

describe('a review', () => {
  it('S1-091: needs a note and a comment; the four others are free', () => {
    const form = emptyOpinion('2027-06-12');
    expect(lackingIn(form)).toEqual(['rating', 'comment']);
    form.rating = 5;
    form.comment = 'Une ambiance parfaite.';
    expect(lackingIn(form)).toEqual([]);
    form.quality = 4;
    expect(inputOf(form)).toEqual({
      rating: 5,
      exchanges: null,
      relationship: null,
      punctuality: null,
      quality: 4,
      comment: 'Une ambiance parfaite.',
      experienced_on: '2027-06-12',
    });
  });

  it('proposes the day of the event when the mission can have been then', () => {
    expect(likelyDay('2027-06-12', '2027-02-01', '2027-06-14')).toBe('2027-06-12');
    expect(likelyDay('2027-06-12', '2027-02-01', '2027-06-01')).toBe('2027-06-01');
    expect(likelyDay('2027-01-12', '2027-02-01', '2027-06-01')).toBe('2027-06-01');
    expect(likelyDay(null, '2027-02-01', '2027-06-01')).toBe('2027-06-01');
  });
});
