// What the parts of an order are called.
import { useTranslation } from 'react-i18next';
import type { Milestone, Order } from './queries';

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
