// VIP+ is bought online where this marketplace takes payments; elsewhere people write to us (S1-120).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plansQuery, useSettings } from '@/app/reference';
import { organizationQuery, useMe } from '@/app/session';
import { useGo } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ButtonLink } from '@/ui/Link';
import { useLocale } from '@/ui/values';
import { buyVip } from './queries';
import { extended } from './terms';

interface BuyVipProps {
  /** The page's one primary button. */
  primary: boolean;
}

/** Only for providers, who alone have a plan. */
export function BuyVip({ primary }: BuyVipProps) {
  const { t } = useTranslation('plans');
  const go = useGo();
  const settings = useSettings().data;
  const { plan } = useMe().organization;
  const actions = useQuery(organizationQuery).data?.actions;
  if (!settings || !actions) return null;
  if (!settings.payments) {
    return (
      <ButtonLink variant="default" href={urls.contact}>
        {t('ask')}
      </ButtonLink>
    );
  }
  if (!actions.includes('buy_plan')) return null;
  return (
    <ActButton
      variant={primary ? 'filled' : 'default'}
      onAct={async () => go(urls.payment((await buyVip()).id))}
    >
      {t(plan === 'vip_plus' ? 'prolong' : 'buy')}
    </ActButton>
  );
}

/** What buying brings, and until when. */
export function useBuyText(): string | null {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const settings = useSettings().data;
  const { plan, plan_until } = useMe().organization;
  const plans = useQuery(plansQuery).data?.items;
  const months = plans?.find((one) => one.plan === 'vip_plus')?.months ?? 12;
  if (!settings) return null;
  if (!settings.payments) return plan === 'free' ? t('vip') : null;
  if (plan !== 'vip_plus') return t('buyText', { count: months });
  if (!plan_until) return null;
  return t('prolongText', { date: formatDate(extended(plan_until, months), locale) });
}
