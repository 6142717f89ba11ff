// The public page of a tender: what is wanted, when and where, and what the reader can do about it.
// Never the client's coordinates (S1-035).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '@/app/Banner';
import { useEventKindName, useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section, StructuredData } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { CallToAction } from './CallToAction';
import { EventFacts, useDayText, usePlaceText } from './EventFacts';
import { PublicLots } from './PublicLots';
import { tenderQuery, type CloseReason, type Tender, type TenderStatus } from './queries';
import { TENDER_TONES } from './status';
import { structuredData } from './structured-data';

export default function TenderPage() {
  const query = useQuery(tenderQuery(usePathParam('slug')));
  return (
    <Page>
      <QueryState page query={query}>
        {(tender) => <TenderSheet tender={tender} />}
      </QueryState>
    </Page>
  );
}

function TenderSheet({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <>
      <Heading tender={tender} />
      {tender.closing && <Closed tender={tender} />}
      <Columns aside={<CallToAction tender={tender} />}>
        <EventFacts
          event={tender.event}
          more={[
            { label: t('page.postedBy'), value: tender.client.handle },
            {
              label: t('page.publishedOn'),
              value: tender.published_at && <DateText value={tender.published_at} />,
            },
          ]}
        />
        <Section title={t('page.about')}>
          <Prose>{tender.event.description}</Prose>
        </Section>
        <PublicLots tender={tender} />
      </Columns>
      <Banner placement="tender" departement={tender.event.departement} />
    </>
  );
}

function Heading({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { event } = tender;
  const kind = useEventKindName()(event.kind);
  const place = usePlaceText()(event);
  const day = useDayText()(event);
  const tradeName = useTradeName();
  const status = tender.status as TenderStatus;
  const trades = tender.lots.map((lot) => tradeName(lot.trade));
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.tenders() }]}
        title={event.title}
        documentTitle={t('page.documentTitle', { title: event.title, place })}
        description={t('page.description', { kind, place, day, trades: trades.join(', ') })}
        aside={<StatusBadge tone={TENDER_TONES[status]}>{t(`status.${status}`)}</StatusBadge>}
        lead={<Facts items={[kind || null, place, day]} />}
      />
      <StructuredData data={structuredData(tender, trades)} />
    </>
  );
}

function Closed({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { closing } = tender;
  if (!closing) return null;
  return (
    <Notice title={t('page.closed')}>
      <p>
        {t(`page.reason.${closing.reason as CloseReason}`)} {t('page.closedText')}
      </p>
      {closing.note && (
        <p>
          {t('page.closedNote')} : « {closing.note} »
        </p>
      )}
    </Notice>
  );
}
