// The first choice, explicit and final: client or provider (S1-004, S1-005).
import { useTranslation } from 'react-i18next';
import { useLeadOn } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { safeReturn, urls, withReturn } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import classes from './ChoicePage.module.css';

export default function ChoicePage() {
  const { t } = useTranslation('registrations');
  const back = useUrlFilters().one('retour');
  useLeadOn(safeReturn(back));
  return (
    <>
      <PageHeader
        title={t('choice.title')}
        description={t('choice.description')}
        lead={t('choice.lead')}
      />
      <Rows>
        <Row title={t('choice.client')}>
          <p>{t('choice.clientText')}</p>
          <p className={classes.action}>
            <ButtonLink href={withReturn(urls.registerClient, back)}>
              {t('choice.clientAction')}
            </ButtonLink>
          </p>
        </Row>
        <Row title={t('choice.provider')}>
          <p>{t('choice.providerText')}</p>
          <p className={classes.action}>
            <ButtonLink href={withReturn(urls.registerProvider, back)} variant="default">
              {t('choice.providerAction')}
            </ButtonLink>
          </p>
        </Row>
      </Rows>
      <p>
        {t('choice.known')} <Link href={urls.signIn(back)}>{t('choice.signIn')}</Link>
      </p>
    </>
  );
}
