// The tone of each state of a request, for its badge, as the side that reads it.
import type { Tone } from '@/ui/StatusBadge';
import type { QuoteRequest } from './queries';

export type QuoteState = 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired' | 'ended';

export const stateOf = ({ state }: Pick<QuoteRequest, 'state'>) => state as QuoteState;

/** A request that the reader is to answer asks for it. */
export function toneOf(request: Pick<QuoteRequest, 'state' | 'actions'>): Tone {
  if (request.actions.includes('accept')) return 'todo';
  if (request.state === 'open') return 'waiting';
  return request.state === 'answered' ? 'positive' : 'quiet';
}
