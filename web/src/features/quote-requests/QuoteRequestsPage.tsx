// « Demandes de devis »: those of one's party, first those that wait for an answer.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useSides } from '@/app/sides';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { DateText, Money } from '@/ui/values';
import { quoteRequestsQuery, type QuoteRequest } from './queries';
import { stateOf, toneOf } from './status';

const ALL = 'toutes';

export default function QuoteRequestsPage() {
  const { kind } = useMe().organization;
  return (
    <Page>{kind === 'operator' ? <NotForYou /> : <Requests isClient={kind === 'client'} />}</Page>
  );
}

function NotForYou() {
  const { t } = useTranslation('quote-requests');
  return (
    <EmptyState asPageTitle title={t('list.notForYou')} drawing="letter">
      <p>{t('list.notForYouText')}</p>
    </EmptyState>
  );
}

function Requests({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('quote-requests');
  const open = useUrlFilters().one('affichage') !== ALL;
  const list = useInfiniteQuery(quoteRequestsQuery(open));
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.offers'), href: urls.customOffers() }]}
        title={t('list.title')}
        lead={t(isClient ? 'list.leadClient' : 'list.leadProvider')}
      />
      <TabLinks
        label={t('list.tabs')}
        tabs={[
          { href: urls.quoteRequests(), label: t('list.open'), current: open },
          { href: urls.quoteRequests({ affichage: ALL }), label: t('list.all'), current: !open },
        ]}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={open ? <NoneOpen isClient={isClient} /> : <None isClient={isClient} />}
      >
        {(requests) => (
          <Rows>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function NoneOpen({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('quote-requests');
  return (
    <EmptyState
      title={t('list.noneOpen')}
      drawing="letter"
      action={
        <ButtonLink href={urls.quoteRequests({ affichage: ALL })} variant="default">
          {t('list.seeAll')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'list.noneOpenClient' : 'list.noneOpenProvider')}</p>
    </EmptyState>
  );
}

function None({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('quote-requests');
  return (
    <EmptyState
      title={t('list.none')}
      drawing="letter"
      action={
        <ButtonLink href={isClient ? urls.services() : urls.myServices}>
          {t(isClient ? 'list.browse' : 'list.shelf')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'list.noneClient' : 'list.noneProvider')}</p>
    </EmptyState>
  );
}

function RequestRow({ request }: { request: QuoteRequest }) {
  const { t } = useTranslation('quote-requests');
  const { other } = useSides(request);
  return (
    <Row
      pinned={request.actions.includes('accept')}
      title={request.service.title}
      href={urls.quoteRequest(request.id)}
      facts={[
        other,
        <>
          {t('list.budget')} <Money value={request.budget} cents="auto" /> {t('gross')}
        </>,
        <>
          {t('list.wanted')} <DateText value={request.wanted_on} />
        </>,
      ]}
      status={<StatusBadge tone={toneOf(request)}>{t(`state.${stateOf(request)}`)}</StatusBadge>}
    />
  );
}
