// What a visitor reads before it signs in: three steps, and what nobody does with its need.
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { urls, withReturn } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import classes from './needs.module.css';

export function HowItGoes() {
  const { t } = useTranslation('needs');
  const filters = useUrlFilters();
  const count = useSettings().data?.need_recipients ?? 5;
  const back = urls.newNeed({
    trade: filters.one('trade'),
    departement: filters.one('departement'),
  });
  return (
    <Section title={t('how.title')}>
      <ol className={classes.steps}>
        <li>{t('how.describe')}</li>
        <li>{t('how.choose', { count })}</li>
        <li>{t('how.talk')}</li>
      </ol>
      <Notice>{t('how.discreet')}</Notice>
      <div className={classes.buttons}>
        <ButtonLink href={urls.signIn(back)}>{t('how.signIn')}</ButtonLink>
        <ButtonLink href={withReturn(urls.registerClient, back)} variant="default">
          {t('how.register')}
        </ButtonLink>
      </div>
    </Section>
  );
}
