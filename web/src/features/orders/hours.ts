// The sheets of work by the hour (« feuilles d’heures »): which hours stand on which, what they come to, and which
// may still change. Each is a milestone, but for the one that is filled while the client looks at another.
import type { MoneyValue } from '@/lib/money';
import { totalsOf } from '@/lib/pricing';
import type { Hours, Milestone, Order, Timesheet } from './queries';
import { currentOf } from './standing';

export interface Sheet {
  number: number;
  /** None while the sheet before is with the client. */
  milestone: Milestone | undefined;
  minutes: number;
  gross: MoneyValue;
  hours: Hours[];
}

/** The sheet on which the reader logs hours now. What stands on it, or after it, can be taken back. */
export function openSheet(order: Pick<Order, 'actions' | 'milestones'>): number | undefined {
  const current = currentOf(order);
  if (!current || !order.actions.includes('log_hours')) return undefined;
  return current.state === 'delivered' ? current.number + 1 : current.number;
}

/** What is logged already for the sheet that is none yet. */
export function minutesAhead({ timesheet, milestones }: Pick<Order, 'timesheet' | 'milestones'>) {
  const laid = milestones.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return (timesheet?.minutes ?? 0) - laid;
}

/** What hours cost, VAT included. */
export function priceOf({ rate, vat_rate }: Pick<Timesheet, 'rate' | 'vat_rate'>, minutes: number) {
  const quantity = (minutes / 60).toFixed(2);
  const line = { quantity, unitPrice: rate.amount, vatRate: vat_rate };
  return { ...rate, amount: totalsOf([line]).gross };
}

/** The sheets that have some of these hours, the latest first; the one that is filled now even without any. */
export function sheetsOf(
  order: Pick<Order, 'timesheet' | 'milestones' | 'actions'>,
  hours: readonly Hours[],
): Sheet[] {
  const { timesheet, milestones } = order;
  if (!timesheet) return [];
  const filled = hours.map(({ sheet }) => sheet);
  const numbers = new Set([...filled, currentOf(order)?.number, openSheet(order)]);
  return (
    [...numbers]
      .filter((number) => number !== undefined)
      .sort((one, other) => other - one)
      .map((number) => {
        const milestone = milestones[number - 1];
        const minutes = milestone ? (milestone.minutes ?? 0) : minutesAhead(order);
        return {
          number,
          milestone,
          minutes,
          gross: milestone?.gross ?? priceOf(timesheet, minutes),
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
