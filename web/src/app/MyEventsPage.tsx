// « Mes évènements » is one address with two pages: a client's tenders, a provider's offers.
import { lazy } from 'react';
import { NotFound } from './NotFoundPage';
import { useMe } from './session';

const ClientEvents = lazy(() => import('@/features/tenders/ClientEventsPage'));
const ProviderEvents = lazy(() => import('@/features/offers/ProviderEventsPage'));

export default function MyEventsPage() {
  switch (useMe().organization.kind) {
    case 'client':
      return <ClientEvents />;
    case 'provider':
      return <ProviderEvents />;
    case 'operator':
      return <NotFound />;
  }
}
