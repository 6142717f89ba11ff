// Where an offer stands, as its provider reads it, with the tone of its badge; and how its mission is paid.
import type { Tone } from '@/ui/StatusBadge';
import type { LotStatus, Offer, OfferState, Settlement } from './queries';

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
  cancelled: 'quiet',
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

/** How the client pays, from its choice on; a lot that nobody is chosen for is not paid at all. */
export const settlementOf = ({ settlement }: Pick<Offer['lot'], 'settlement'>) =>
  (settlement ?? undefined) as Settlement | undefined;
