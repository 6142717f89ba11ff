// « Mes évènements » shows each kind of person its own page at one address.
import { lazy } from 'react';
import { Page } from '@/ui/Page';
import { ErrorState } from '@/ui/states';
import { useMe } from './session';

const ClientEvents = lazy(() => import('@/features/tenders/ClientEventsPage'));

export default function MyEventsPage() {
  if (useMe().organization.kind === 'client') return <ClientEvents />;
  return (
    <Page>
      <ErrorState error={{ status: 404 }} />
    </Page>
  );
}
