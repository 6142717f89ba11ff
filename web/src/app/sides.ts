// The two sides of an offer, as one of them reads it.
import { useMe } from '@/app/session';
import type { CustomOffer } from './queries';

interface Sides {
  isClient: boolean;
  /** The other side: a provider goes by its name, a client by its pseudo. */
  other: string;
}

export function useSides({ client, provider }: Pick<CustomOffer, 'client' | 'provider'>): Sides {
  const isClient = useMe().organization.kind === 'client';
  const party = isClient ? provider : client;
  return { isClient, other: party.name ?? party.handle };
}
