// Where an order stands for the side that reads it: what waits, for whom, until when. What may be done is
// the view's word; this only puts it in order.
import type { Tone } from '@/ui/StatusBadge';
import type { Milestone, MilestoneState, Order, OrderStatus } from './queries';

export const statusOf = ({ status }: Pick<Order, 'status'>) => status as OrderStatus;
export const stateOf = ({ state }: Pick<Milestone, 'state'>) => state as MilestoneState;

/** What moves an order on: the first that the reader may do is the one thing to do now. */
const FORWARD = ['pay', 'give_requirements', 'start', 'deliver', 'accept'] as const;
export type Forward = (typeof FORWARD)[number];

export const nextAct = ({ actions }: Pick<Order, 'actions'>): Forward | undefined =>
  FORWARD.find((act) => actions.includes(act));

const TONES: Record<OrderStatus, Tone> = {
  awaiting_payment: 'waiting',
  awaiting_requirements: 'waiting',
  paid: 'waiting',
  waiting: 'waiting',
  in_work: 'positive',
  delivered: 'waiting',
  revision_requested: 'waiting',
  disputed: 'caution',
  completed: 'positive',
  cancelled: 'quiet',
};

/** An order that waits for the reader says so. */
export const toneOf = (order: Pick<Order, 'status' | 'actions'>): Tone =>
  nextAct(order) ? 'todo' : TONES[statusOf(order)];

const MILESTONE_TONES: Record<MilestoneState, Tone> = {
  pending: 'quiet',
  awaiting_payment: 'waiting',
  funded: 'positive',
  started: 'waiting',
  delivered: 'waiting',
  revision_requested: 'caution',
  accepted: 'positive',
  disputed: 'caution',
  settled: 'quiet',
  cancelled: 'quiet',
};

export const milestoneTone = (milestone: Pick<Milestone, 'state'>) =>
  MILESTONE_TONES[stateOf(milestone)];

const OVER = ['accepted', 'settled', 'cancelled'];

/** The milestone that it is about now; none when all are over. */
export const currentOf = ({ milestones }: Pick<Order, 'milestones'>) =>
  milestones.find(({ state }) => !OVER.includes(state));

/** What comes after the one that it is about now. */
export const followingOf = ({ milestones }: Pick<Order, 'milestones'>) =>
  milestones.filter(({ state }) => !OVER.includes(state))[1];

/** What nobody began or paid: a subscription that is stopped does without. */
export const toComeOf = ({ milestones }: Pick<Order, 'milestones'>) =>
  milestones.filter(({ state }) => state === 'pending' || state === 'awaiting_payment');

/** A part of work by the hour. */
export const isSheet = ({ minutes }: Pick<Milestone, 'minutes'>) => typeof minutes === 'number';

/** Until when it is to be handed over; a sheet of hours goes to the client then, and only when it has some. */
export const dueOf = ({ due_at, minutes }: Pick<Milestone, 'due_at' | 'minutes'>) =>
  minutes === 0 ? undefined : (due_at ?? undefined);

/** Until when what waits can wait; none when nothing has an end. A dispute has days of its own. */
export function limitOf(order: Pick<Order, 'answer_by' | 'milestones'>): string | undefined {
  const current = currentOf(order);
  if (current?.pay_by) return current.pay_by;
  if (order.answer_by) return order.answer_by;
  if (!current) return undefined;
  const limit = current.accept_by ?? dueOf(current) ?? current.start_by ?? current.opens_at;
  return limit ?? undefined;
}

/** Nobody began and the client waited long enough: it may take its payment back. */
export const isRefundable = (
  { refundable_at }: Pick<Milestone, 'refundable_at'>,
  now: number,
): boolean => Boolean(refundable_at) && Date.parse(refundable_at ?? '') <= now;

/** A sheet of hours never is: its day is the one on which it goes to the client by itself. */
export const isLate = (milestone: Pick<Milestone, 'due_at' | 'minutes'>, now: number) => {
  const { due_at } = milestone;
  return !isSheet(milestone) && Boolean(due_at) && Date.parse(due_at ?? '') <= now;
};

/** How many revisions the client may still ask for; null for any number. */
export function revisionsLeft(
  { revisions }: Pick<Order, 'revisions'>,
  { revisions_used }: Pick<Milestone, 'revisions_used'>,
): number | null {
  if (revisions === null || revisions === undefined) return null;
  return Math.max(0, revisions - revisions_used);
}
