// A quote request, as either side reads it: what is needed, where it stands, what can be done (S4-012, S4-013).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { useSides } from '@/app/sides';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown, DateText, Money, useNow } from '@/ui/values';
import { quoteRequestQuery, type QuoteRequest } from './queries';
import { QuoteRequestActions } from './QuoteRequestActions';
import { stateOf, toneOf } from './status';

export default function QuoteRequestPage() {
  const query = useQuery(quoteRequestQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(request) => <Sheet key={request.id} request={request} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ request }: { request: QuoteRequest }) {
  const { t } = useTranslation('quote-requests');
  const { isClient, other } = useSides(request);
  const { title } = request.service;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.quoteRequests() }]}
        title={title}
        documentTitle={`${title}, ${other}`}
        aside={<StatusBadge tone={toneOf(request)}>{t(`state.${stateOf(request)}`)}</StatusBadge>}
        lead={
          <Facts
            items={[
              other,
              <>
                <Money value={request.budget} cents="auto" /> {t('gross')}
              </>,
              <>
                {t('list.wanted')} <DateText value={request.wanted_on} />
              </>,
            ]}
          />
        }
        actions={<QuoteRequestActions request={request} />}
      />
      <Now request={request} />
      <Columns aside={<Aside request={request} />}>
        <Section title={t(isClient ? 'sheet.ownNeeds' : 'sheet.needs')}>
          <Prose>{request.needs}</Prose>
        </Section>
      </Columns>
    </>
  );
}

/** One sentence on where it stands, and how long it still waits. */
function Now({ request }: { request: QuoteRequest }) {
  const { t } = useTranslation('quote-requests');
  const { side, other } = useSides(request);
  const state = stateOf(request);
  const past = Date.parse(request.expires_at) <= useNow();
  if (state === 'open' && past) return <Notice>{t('now.past')}</Notice>;
  return (
    <Notice>
      {t(`now.${side}.${state}`, { name: other })}
      {state === 'open' && (
        <>
          {' '}
          <strong>
            <Countdown until={request.expires_at} />
          </strong>
          .
        </>
      )}
    </Notice>
  );
}

function Aside({ request }: { request: QuoteRequest }) {
  const { t } = useTranslation('quote-requests');
  const { client, provider, service } = request;
  return (
    <DataList
      items={[
        {
          label: t('sheet.service'),
          value: service.slug ? (
            <Link href={urls.service(service.slug)}>{service.title}</Link>
          ) : (
            service.title
          ),
        },
        {
          label: t('sheet.provider'),
          value: (
            <Link href={urls.provider(provider.handle)}>{provider.name ?? provider.handle}</Link>
          ),
        },
        { label: t('sheet.client'), value: client.name ?? client.handle },
        { label: t('sheet.sent'), value: <DateText value={request.sent_at} as="day-time" /> },
        ...(request.state === 'open'
          ? [
              {
                label: t('sheet.until'),
                value: <DateText value={request.expires_at} as="day-time" />,
              },
            ]
          : []),
      ]}
    />
  );
}
