// The sheets of work by the hour (« feuilles d’heures »): which hours stand on which, what they come to, and which
// may still change. Each is a milestone, but for the one that is filled while the client looks at another.
import type { MoneyValue } from '@/lib/money';
import type { Hours, Milestone, Order } from './queries';
import { currentOf } from './standing';

export interface Sheet {
  number: number;
  /** None while the sheet before is with the client. */
  milestone: Milestone | undefined;
  minutes: number;
  gross: MoneyValue;
  hours: Hours[];
}

/** The sheets that have some of these hours, the latest first; the one that is filled now even without any. */
export function sheetsOf(
  order: Pick<Order, 'timesheet' | 'milestones'>,
  hours: readonly Hours[],
): Sheet[] {
  const { timesheet, milestones } = order;
  if (!timesheet) return [];
  const filled = hours.map(({ sheet }) => sheet);
  const { ahead, open_sheet: open } = timesheet;
  const numbers = new Set([...filled, currentOf(order)?.number, open]);
  return (
    [...numbers]
      .filter((number) => typeof number === 'number')
      .sort((one, other) => other - one)
      .map((number) => {
        const milestone = milestones[number - 1];
        const { minutes, gross } = milestone ?? ahead ?? {};
        return {
          number,
          milestone,
          minutes: minutes ?? 0,
          gross: gross ?? { ...timesheet.rate, amount: 0 },
          hours: hours.filter(({ sheet }) => sheet === number),
        };
      })
      // Its hours may come with a later page.
      .filter((sheet) => sheet.hours.length > 0 || sheet.minutes === 0)
  );
}

/** The parts to show: a sheet that stayed empty when the mission ended is none. */
export function partsShown({ milestones }: Pick<Order, 'milestones'>): Milestone[] {
  const shown = milestones.filter(({ state, minutes }) => state !== 'cancelled' || minutes !== 0);
  return shown.length > 0 ? shown : milestones;
}
