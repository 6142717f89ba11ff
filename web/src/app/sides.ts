// The two sides of a bargain, as one of them reads it.
import type { components } from '@/api/schema.gen';
import { useMe } from './session';

type Party = components['schemas']['PartyView'];

interface Sides {
  side: 'client' | 'provider';
  isClient: boolean;
  /** The other side: a provider goes by its name, a client by its pseudo. */
  other: string;
}

export function useSides({ client, provider }: { client: Party; provider: Party }): Sides {
  const isClient = useMe().organization.kind === 'client';
  const party = isClient ? provider : client;
  return { side: isClient ? 'client' : 'provider', isClient, other: party.name ?? party.handle };
}
