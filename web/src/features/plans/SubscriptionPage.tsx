// A provider's plan: FREE in one click, VIP+ bought or on request (S1-066, S1-121).
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { meQuery, useMe } from '@/app/session';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { BuyVip, useBuyText } from './BuyVip';
import { Comparison } from './Comparison';

export default function SubscriptionPage() {
  const { t } = useTranslation('plans');
  const { plan } = useMe().organization;
  return (
    <Page width="form">
      <PageHeader title={t('subscription')} lead={t('subscriptionLead')} />
      {plan ? <Current /> : <ChooseFree />}
      <Comparison />
      {plan && <Campaigns />}
    </Page>
  );
}

/** « Mes abonnements > Créer une campagne » (S1-140). */
function Campaigns() {
  const { t } = useTranslation('plans');
  return (
    <Section
      title={t('campaigns')}
      actions={
        <>
          <ButtonLink href={urls.newCampaign()} variant="default">
            {t('createCampaign')}
          </ButtonLink>
          <ButtonLink href={urls.campaigns} variant="subtle">
            {t('myCampaigns')}
          </ButtonLink>
        </>
      }
    >
      <p>{t('campaignsText')}</p>
    </Section>
  );
}

function Current() {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const { plan, plan_until } = useMe().organization;
  const text = useBuyText();
  const name = t(`names.${plan as 'free'}`);
  return (
    <Notice title={t('current', { name })} action={<BuyVip primary={plan === 'free'} />}>
      {plan_until && <p>{t('until', { date: formatDate(plan_until, locale) })}</p>}
      {text && <p>{text}</p>}
    </Notice>
  );
}

function ChooseFree() {
  const { t } = useTranslation('plans');
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  async function choose() {
    setPending(true);
    try {
      await api.PUT('/v1/organization/plan', { body: { plan: 'free' } });
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      toast.done(t('chosen'));
    } catch (error) {
      toast.refused(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <Notice
      title={t('none')}
      action={
        <Button loading={pending} onClick={() => void choose()}>
          {t('choose')}
        </Button>
      }
    >
      {t('noneText')}
    </Notice>
  );
}
