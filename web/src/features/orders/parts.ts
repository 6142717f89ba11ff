// What the parts of an order are called.
import { useTranslation } from 'react-i18next';
import type { Milestone, Order } from './queries';

type Words = 'hourly' | 'directLot' | 'heldLot' | undefined;

/** The context of texts that have other words for some orders: work by the hour has sheets in place of deliveries, and
 * the mission of a lot has its client's « mission terminée », or a payment that waits for its event. */
export function wordsOf(order: Pick<Order, 'kind' | 'lot' | 'is_clients_to_end'>): Words {
  if (order.kind === 'hourly') return 'hourly';
  if (!order.lot) return undefined;
  return order.is_clients_to_end ? 'directLot' : 'heldLot';
}

/** « Maquette », « Livraison 2 sur 6 », « La livraison », « Feuille 2 », « La prestation ». */
export function useMilestoneName(
  order: Pick<Order, 'kind' | 'milestones' | 'lot' | 'is_clients_to_end'>,
) {
  const { t } = useTranslation('orders');
  return ({ name, number }: Pick<Milestone, 'name' | 'number'>): string => {
    if (name) return name;
    if (order.kind === 'hourly') return t('part.sheet', { number });
    const count = order.milestones.length;
    return count > 1
      ? t('part.of', { number, count })
      : t('part.only', { context: wordsOf(order) });
  };
}
