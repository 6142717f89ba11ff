import { expect, it } from 'vitest';
import { waiting } from './waiting';

it('puts what cannot wait first and leaves out what is done', () => {
  const lines = waiting({
    unread_notices: 2,
    provider: {
      choices_to_confirm: 1,
      offers_to_reconfirm: 0,
      reviews_to_answer: 0,
      potential_tenders: 3,
    },
  });
  expect(lines.map((line) => line.name)).toEqual([
    'choices_to_confirm',
    'potential_tenders',
    'unread_notices',
  ]);
  expect(lines[0]?.urgent).toBe(true);
});
