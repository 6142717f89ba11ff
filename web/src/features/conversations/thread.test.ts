import { describe, expect, it } from 'vitest';
import { bringsWords, daysOf, newsKind, withFirst } from './thread';

type Entry = Parameters<typeof daysOf>[0][number];

const entry = (id: string, at: Date, more: Partial<Entry> = {}) =>
  ({
    id,
    at: at.toISOString(),
    kind: 'message',
    from: 'me',
    author: 'Léo',
    text: id,
    ...more,
  }) as Entry;

const day = (date: number, hour: number, minute = 0) => new Date(2026, 10, date, hour, minute);

describe('a thread', () => {
  it('is read from the oldest to the latest, by the days of the calendar', () => {
    const days = daysOf([
      entry('c', day(22, 0, 1), { from: 'them', author: null }),
      entry('b', day(21, 23, 59), { from: 'them', author: null }),
      entry('a', day(20, 9)),
    ]);
    const shown = days.map(({ turns }) =>
      turns.flatMap(({ entries }) => entries.map(({ id }) => id)),
    );
    expect(shown).toEqual([['a'], ['b'], ['c']]);
  });

  it('keeps together what one person says in one breath', () => {
    const [only] = daysOf([
      entry('f', day(20, 9, 30)),
      entry('e', day(20, 9, 6), { author: 'Nina' }),
      entry('d', day(20, 9, 5)),
      entry('c', day(20, 9, 4), { kind: 'offer.revised' }),
      entry('b', day(20, 9, 3)),
      entry('a', day(20, 9, 1)),
    ]);
    const turns = only?.turns.map(({ entries }) => entries.map(({ id }) => id).join(''));
    expect(turns).toEqual(['ab', 'c', 'd', 'e', 'f']);
  });

  it('shows what was just said once, whichever way it came', () => {
    const thread = { pages: [{ items: [entry('a', day(20, 9))] }], pageParams: [undefined] };
    const said = entry('b', day(20, 10));
    const longer = withFirst(thread, said);
    expect(longer.pages[0]?.items.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(withFirst(longer, said)).toBe(longer);
  });
});

it('has a sentence for the news it knows, and none for others', () => {
  expect(newsKind('lot.choice_reminded')).toBe('lot_choice_reminded');
  expect(newsKind('offer.sent')).toBe('offer_sent');
  expect(newsKind('lot.called_off')).toBe('lot_called_off');
  expect(newsKind('offer.painted')).toBeUndefined();
  expect(bringsWords('offer.sent')).toBe(true);
  expect(bringsWords('lot.chosen')).toBe(false);
});
