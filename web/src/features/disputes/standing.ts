// Where a dispute stands for whoever reads it, and what was said in it, in its order.
import type { Tone } from '@/ui/StatusBadge';
import type { Dispute, DisputeState, Side } from './queries';

export const stateOf = ({ state }: Pick<Dispute, 'state'>) => state as DisputeState;

export const isOver = ({ ended_at }: Pick<Dispute, 'ended_at'>) => Boolean(ended_at);

const TONES: Record<DisputeState, Tone> = {
  open: 'caution',
  escalated: 'waiting',
  closed: 'quiet',
  agreed: 'positive',
  ruled: 'positive',
  ended: 'quiet',
};

/** A proposal to answer, or a ruling to give or to confirm, waits for the reader. */
export const isTodo = ({ actions }: Pick<Dispute, 'actions'>) =>
  ['agree', 'rule', 'confirm'].some((action) => actions.includes(action));

/** A ruling was given, and is not carried out before a second person confirms it. */
export const isDrafted = ({ state, draft }: Pick<Dispute, 'state' | 'draft'>) =>
  state === 'escalated' && Boolean(draft);

export const toneOf = (dispute: Pick<Dispute, 'state' | 'actions'>): Tone =>
  isTodo(dispute) ? 'todo' : TONES[stateOf(dispute)];

export interface Said {
  key: string;
  kind: 'opened' | 'message' | 'escalated' | 'ruled' | 'over';
  from: Side | null;
  text: string;
  at: string;
}

/** From its reason to its end, the oldest first. */
export function saidIn(dispute: Dispute): Said[] {
  const { opener, reason, opened_at, escalated_at, ended_at, ruling } = dispute;
  const said: Said[] = [
    { key: 'opened', kind: 'opened', from: opener as Side, text: reason, at: opened_at },
  ];
  for (const { id, from, text, at } of dispute.messages ?? []) {
    said.push({ key: id, kind: 'message', from: from as Side, text, at });
  }
  if (escalated_at) {
    said.push({ key: 'escalated', kind: 'escalated', from: null, text: '', at: escalated_at });
  }
  const inOrder = said.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  if (!ended_at) return inOrder;
  const end: Said = ruling
    ? { key: 'over', kind: 'ruled', from: 'operator', text: ruling, at: ended_at }
    : { key: 'over', kind: 'over', from: null, text: '', at: ended_at };
  return [...inOrder, end];
}

/** Both parts of a split, in cents; none while what is typed is not between nothing and all. */
export function partsOf(atStake: number, released: number | null) {
  if (released === null || released < 0 || released > atStake) return null;
  return { provider: released, client: atStake - released };
}
