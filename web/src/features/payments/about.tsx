// What a payment is for, in words: a milestone of an order, or a plan.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orderQuery, type Order, type Payment } from './queries';

export function useOrderOf({ order }: Pick<Payment, 'order'>): Order | undefined {
  return useQuery({ ...orderQuery(order ?? ''), enabled: Boolean(order) }).data;
}

/** « Soirée de mariage », « VIP+ »; something that reads well while the order is on its way. */
export function useSubject(payment: Payment): string {
  const { t } = useTranslation('payments');
  const order = useOrderOf(payment);
  if (payment.plan) return t('plan.vip_plus');
  return order?.title ?? t('order');
}

/** « Étape 2 sur 3 : Plan définitif »; nothing where an order has one part only. */
export function usePart(payment: Payment): string | null {
  const { t } = useTranslation('payments');
  const order = useOrderOf(payment);
  const number = payment.milestone;
  if (!order || !number || order.milestones.length < 2) return null;
  const name = order.milestones[number - 1]?.name;
  const place = t('part', { number, count: order.milestones.length });
  return name ? t('partNamed', { place, name }) : place;
}
