// What a payment is for, in words: a milestone of an order, a plan, or an advertising campaign.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { campaignQuery, orderQuery, type Order, type Payment } from './queries';

/** What is bought: each has its own words and its own page. */
export type Bought = 'order' | 'plan' | 'campaign';

export function boughtBy({ plan, campaign }: Pick<Payment, 'plan' | 'campaign'>): Bought {
  if (plan) return 'plan';
  return campaign ? 'campaign' : 'order';
}

/** Where what is bought is seen. */
export function pageOf({ order, campaign }: Pick<Payment, 'order' | 'campaign'>): string {
  if (order) return urls.order(order);
  return campaign ? urls.campaign(campaign) : urls.subscription;
}

export function useOrderOf({ order }: Pick<Payment, 'order'>): Order | undefined {
  return useQuery({ ...orderQuery(order ?? ''), enabled: Boolean(order) }).data;
}

/** « Soirée de mariage », « VIP+ »; something that reads well while it is on its way, or gone. */
export function useSubject(payment: Payment): string {
  const { t } = useTranslation('payments');
  const order = useOrderOf(payment);
  const { campaign } = payment;
  const paid = useQuery({ ...campaignQuery(campaign ?? ''), enabled: Boolean(campaign) }).data;
  if (payment.plan) return t('plan.vip_plus');
  if (campaign) return paid ? t('campaignNamed', { title: paid.title }) : t('campaign');
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
