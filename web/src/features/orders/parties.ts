// The two sides of an order, and its parts, as one of them reads it.
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import type { Milestone, Order } from './queries';

interface Sides {
  side: 'client' | 'provider';
  /** The other side: a provider goes by its name, a client by its pseudo. */
  other: string;
}

export function useSides({ client, provider }: Pick<Order, 'client' | 'provider'>): Sides {
  const isClient = useMe().organization.kind === 'client';
  const party = isClient ? provider : client;
  return { side: isClient ? 'client' : 'provider', other: party.name ?? party.handle };
}

/** « Maquette », « Livraison 2 sur 6 », « La livraison ». */
export function useMilestoneName(order: Pick<Order, 'kind' | 'milestones'>) {
  const { t } = useTranslation('orders');
  return ({ name, number }: Pick<Milestone, 'name' | 'number'>): string => {
    if (name) return name;
    const count = order.milestones.length;
    if (count > 1) return t('part.of', { number, count });
    return t(order.kind === 'hourly' ? 'part.hourly' : 'part.only');
  };
}
