// The tone of each state of an offer, for its badge, as its provider reads it.
import type { Tone } from '@/ui/StatusBadge';
import type { LotStatus, Offer, OfferState } from './queries';

export const LOT_TONES: Record<LotStatus, Tone> = {
  draft: 'quiet',
  open: 'positive',
  chosen: 'waiting',
  in_work: 'positive',
  done: 'quiet',
  closed: 'quiet',
};

const TONES: Record<OfferState, Tone> = {
  sent: 'waiting',
  to_reconfirm: 'todo',
  chosen: 'todo',
  accepted: 'positive',
  declined: 'quiet',
  withdrawn: 'quiet',
  expired: 'quiet',
  ended: 'quiet',
};

export type Standing = OfferState | 'done';

/** An accepted offer is « en travail » until its mission is done. */
export function standingOf(offer: { state: string; lot: Pick<Offer['lot'], 'status'> }): Standing {
  return offer.state === 'accepted' && offer.lot.status === 'done'
    ? 'done'
    : (offer.state as OfferState);
}

export const toneOf = (standing: Standing): Tone =>
  standing === 'done' ? 'quiet' : TONES[standing];
