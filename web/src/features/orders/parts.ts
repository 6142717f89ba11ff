// What the parts of an order are called.
import { useTranslation } from 'react-i18next';
import type { Milestone, Order } from './queries';

/** The context of texts that speak of sheets for work by the hour, in place of deliveries. */
export const wordsOf = ({ kind }: Pick<Order, 'kind'>): 'hourly' | undefined =>
  kind === 'hourly' ? 'hourly' : undefined;

/** « Maquette », « Livraison 2 sur 6 », « La livraison », « Feuille 2 ». */
export function useMilestoneName(order: Pick<Order, 'kind' | 'milestones'>) {
  const { t } = useTranslation('orders');
  return ({ name, number }: Pick<Milestone, 'name' | 'number'>): string => {
    if (name) return name;
    if (order.kind === 'hourly') return t('part.sheet', { number });
    const count = order.milestones.length;
    return count > 1 ? t('part.of', { number, count }) : t('part.only');
  };
}
