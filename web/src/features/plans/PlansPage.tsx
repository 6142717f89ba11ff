// The public comparison of the plans (S1-130).
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { urls, withReturn } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { BuyVip } from './BuyVip';
import { Comparison } from './Comparison';

export default function PlansPage() {
  const { t } = useTranslation('plans');
  const session = useSession();
  const provider = session.state === 'signed-in' && session.me.organization.kind === 'provider';
  return (
    <Page width="text">
      <PageHeader
        title={t('title')}
        description={t('description')}
        lead={t('lead')}
        actions={
          provider ? (
            <>
              <BuyVip primary />
              <ButtonLink href={urls.subscription} variant="default">
                {t('subscription')}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink href={withReturn(urls.registerProvider, urls.subscription)}>
              {t('register')}
            </ButtonLink>
          )
        }
      />
      <Comparison />
      <Section title={t('plus')}>
        <p>{t('plusText')}</p>
      </Section>
    </Page>
  );
}
