// An address that leads nowhere: says so, and opens three doors.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { DocumentTitle, Page } from '@/ui/Page';
import { EmptyState } from '@/ui/states';
import { PublicLayout } from './layouts/PublicLayout';

export function NotFoundPage() {
  return (
    <PublicLayout>
      <NotFound />
    </PublicLayout>
  );
}

/** For a page that does not exist for this person, inside the layout of the others. */
export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <Page>
      <DocumentTitle title={t('notFound.title')} />
      <meta name="robots" content="noindex" />
      <EmptyState
        asPageTitle
        drawing="chairs"
        title={t('notFound.title')}
        action={<ButtonLink href={urls.home}>{t('notFound.home')}</ButtonLink>}
      >
        {t('notFound.text')} <Link href={urls.help()}>{t('nav.help')}</Link>
        {' · '}
        <Link href={urls.contact}>{t('nav.contact')}</Link>
      </EmptyState>
    </Page>
  );
}
