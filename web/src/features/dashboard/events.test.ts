import { expect, it } from 'vitest';
import { filled, underWay } from './events';

const tender = (id: string, status: string, day: string | null) =>
  ({ id, status, day }) as Parameters<typeof underWay>[0][number];

it('shows events under way, the nearest first', () => {
  const shown = underWay([
    tender('later', 'open', '2027-06-12'),
    tender('draft', 'draft', '2027-01-01'),
    tender('someday', 'open', null),
    tender('soon', 'in_work', '2027-02-01'),
    tender('past', 'done', '2026-01-01'),
  ]);
  expect(shown.map(({ id }) => id)).toEqual(['soon', 'later', 'someday']);
});

it('counts the trades that found their provider', () => {
  const progress = { draft: 0, open: 2, awaiting: 1, in_work: 2, done: 1, closed: 4 };
  expect(filled(progress)).toEqual({ count: 3, total: 6 });
});
