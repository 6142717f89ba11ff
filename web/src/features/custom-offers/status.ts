// The tone of each state of an offer, for its badge, as the side that reads it.
import type { Tone } from '@/ui/StatusBadge';
import type { CustomOffer, OfferState } from './queries';

const TONES: Record<OfferState, Tone> = {
  sent: 'waiting',
  accepted: 'positive',
  declined: 'quiet',
  withdrawn: 'quiet',
  expired: 'quiet',
  ended: 'quiet',
};

export const stateOf = ({ state }: Pick<CustomOffer, 'state'>) => state as OfferState;

/** An offer that the reader is to answer asks for it. */
export const toneOf = (offer: Pick<CustomOffer, 'state' | 'actions'>): Tone =>
  offer.actions.includes('accept') ? 'todo' : TONES[stateOf(offer)];
