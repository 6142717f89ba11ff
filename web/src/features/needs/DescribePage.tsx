// « Décrivez votre besoin » (S5-012): a client says once what it looks for, reads who would get it and why, and
// sends it. Visitors read how it goes, and come back here once signed in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useSettings } from '@/app/reference';
import { useSession } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, PageSkeleton } from '@/ui/states';
import { Choice } from './Choice';
import { emptyNeed, inputOf } from './form';
import { HowItGoes } from './HowItGoes';
import { NeedFields } from './NeedFields';
import { preview, type Match, type NeedInput } from './queries';

export default function DescribePage() {
  const { t } = useTranslation('needs');
  const count = useSettings().data?.need_recipients ?? 5;
  return (
    <Page width="form">
      <PageHeader
        title={t('describe.title')}
        description={t('describe.description', { count })}
        lead={
          <>
            {t('describe.lead', { count })} <Link href={urls.ranking}>{t('describe.ranking')}</Link>
          </>
        }
      />
      <ForWhoever />
    </Page>
  );
}

function ForWhoever() {
  const { t } = useTranslation('needs');
  const session = useSession();
  if (session.state === 'unknown') return <PageSkeleton />;
  if (session.state === 'visitor') return <HowItGoes />;
  if (session.me.organization.kind === 'client') return <Describe />;
  return (
    <EmptyState title={t('describe.clientsOnly')} drawing="letter">
      <p>{t('describe.clientsOnlyText')}</p>
    </EmptyState>
  );
}

interface Found {
  need: NeedInput;
  matches: Match[];
}

function Describe() {
  const filters = useUrlFilters();
  const [found, setFound] = useState<Found | null>(null);
  const form = useApiForm({
    initialValues: emptyNeed(filters.one('trade'), filters.one('departement')),
    send: (values) => preview(inputOf(values)),
    onDone: (matches, values) => {
      setFound({ need: inputOf(values), matches });
      window.scrollTo({ top: 0 });
    },
  });
  if (found) return <Choice {...found} onEdit={() => setFound(null)} />;
  return <NeedFields form={form} />;
}
