import { describe, expect, it } from 'vitest';
import { partsShown, sheetsOf } from './hours';
import type { Hours, Milestone, Timesheet } from './queries';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const sheet = (number: number, state: string, minutes: number): Milestone => ({
  number,
  name: '',
  state,
  net: euros(minutes * 75),
  gross: euros(minutes * 75),
  minutes,
  revisions_used: 0,
});

const hours = (id: string, on: number, minutes: number): Hours => ({
  id,
  sheet: on,
  day: '2027-06-12',
  minutes,
  what: 'Montage',
});

const timesheet = (minutes: number, open_sheet: number): Timesheet => ({
  rate: euros(4_500),
  vat_rate: 0,
  estimated_hours: 40,
  minutes,
  minutes_this_week: minutes,
  open_sheet,
});

describe('the sheets of work by the hour', () => {
  it('hold their hours, the latest sheet first, also the one that is none yet', () => {
    const order = {
      timesheet: { ...timesheet(240, 3), ahead: { number: 3, minutes: 90, gross: euros(6_750) } },
      milestones: [sheet(1, 'accepted', 60), sheet(2, 'delivered', 90)],
    };
    const logged = [hours('a', 3, 60), hours('b', 2, 90), hours('c', 3, 30)];
    const shown = sheetsOf(order, logged);
    expect(shown.map(({ number, minutes }) => [number, minutes])).toEqual([
      [3, 90],
      [2, 90],
    ]);
    expect(shown[0]?.hours.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(shown[0]?.milestone).toBeUndefined();
    expect(shown[0]?.gross).toEqual(euros(6_750));
    const firstPage = sheetsOf(order, logged.slice(0, 1));
    expect(firstPage.map(({ number, minutes }) => [number, minutes])).toEqual([[3, 90]]);
  });

  it('show the one that is filled even when it is empty, and not the one that stayed so', () => {
    const milestones = [sheet(1, 'accepted', 60), sheet(2, 'started', 0)];
    const order = { timesheet: timesheet(60, 2), milestones };
    expect(sheetsOf(order, []).map(({ number }) => number)).toEqual([2]);
    const ended = [sheet(1, 'accepted', 60), sheet(2, 'cancelled', 0)];
    expect(partsShown({ milestones: ended }).map(({ number }) => number)).toEqual([1]);
    expect(partsShown({ milestones: [sheet(1, 'cancelled', 0)] })).toHaveLength(1);
  });
});
