// The tone of each state, for its badge: who must act.
import type { Tone } from '@/ui/StatusBadge';
import type { LotStatus, TenderStatus } from './queries';

export const TENDER_TONES: Record<TenderStatus, Tone> = {
  draft: 'quiet',
  open: 'positive',
  awaiting: 'waiting',
  in_work: 'positive',
  done: 'quiet',
  closed: 'quiet',
};

export const LOT_TONES: Record<LotStatus, Tone> = {
  draft: 'quiet',
  open: 'positive',
  chosen: 'waiting',
  in_work: 'positive',
  done: 'quiet',
  closed: 'quiet',
};
