// The client's command page of one tender: where its preparation stands, each lot with what comes next.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventKindName } from '@/app/reference';
import { useMe } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { PageSkeleton, QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { CloseTender } from './CloseTender';
import { EventFacts, useDayText, usePlaceText } from './EventFacts';
import { OwnLots } from './OwnLots';
import { ProgressBar } from './ProgressBar';
import { tenderQuery, type CloseReason, type Tender, type TenderStatus } from './queries';
import { TENDER_TONES } from './status';

export default function EventPage() {
  const query = useQuery(tenderQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(tender) => <Owned tender={tender} />}
      </QueryState>
    </Page>
  );
}

/** Anybody may read a tender by its id; this page is its client's, the others have a public one. */
function Owned({ tender }: { tender: Tender }) {
  const mine = tender.client.id === useMe().organization.id;
  const go = useGo();
  useEffect(() => {
    if (!mine) go(urls.tender(tender.slug ?? tender.id), { replace: true });
  });
  return mine ? <Command tender={tender} /> : <PageSkeleton />;
}

function Command({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <>
      <Heading tender={tender} />
      {tender.status === 'draft' && <Unpublished tender={tender} />}
      {tender.closing && <Closed tender={tender} />}
      {tender.masked.length > 0 && <Notice tone="caution">{t('draft.masked')}</Notice>}
      <Columns aside={<EventAside tender={tender} />}>
        <section>
          <h2 className="visually-hidden">{t('event.preparation')}</h2>
          <ProgressBar progress={tender.progress} />
        </section>
        <OwnLots tender={tender} />
        <Section title={t('event.description')}>
          <Prose>{tender.event.description}</Prose>
        </Section>
      </Columns>
    </>
  );
}

function Heading({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { event } = tender;
  const status = tender.status as TenderStatus;
  const facts = [
    useEventKindName()(event.kind) || null,
    usePlaceText()(event) || null,
    useDayText()(event),
  ];
  return (
    <PageHeader
      crumbs={[{ label: t('mine.title'), href: urls.events() }]}
      title={event.title || t('mine.untitled')}
      aside={<StatusBadge tone={TENDER_TONES[status]}>{t(`status.${status}`)}</StatusBadge>}
      lead={<Facts items={facts} />}
      actions={<Actions tender={tender} />}
    />
  );
}

function Actions({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  if (tender.status === 'draft') return null;
  return (
    <>
      {tender.actions.includes('edit') && (
        <ButtonLink href={urls.eventEdit(tender.id)} variant="default">
          {t('event.edit')}
        </ButtonLink>
      )}
      <CloseTender tender={tender} />
    </>
  );
}

function Unpublished({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <Notice
      title={t('event.draftTitle')}
      action={
        <ButtonLink href={urls.newEvent({ brouillon: tender.id })}>{t('mine.resume')}</ButtonLink>
      }
    >
      {t('event.draftText')}
    </Notice>
  );
}

function Closed({ tender: { closing } }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  if (!closing) return null;
  return (
    <Notice>
      <p>
        {t('event.closedOn')} <DateText value={closing.at} />.{' '}
        {t(`page.reason.${closing.reason as CloseReason}`)}
      </p>
      {closing.note && <Prose>{closing.note}</Prose>}
    </Notice>
  );
}

function EventAside({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <>
      <EventFacts event={tender.event} />
      {tender.slug && (
        <div>
          <p>
            <Link href={urls.tender(tender.slug)}>{t('event.public')}</Link>
          </p>
          <p>{t('event.shareText')}</p>
        </div>
      )}
    </>
  );
}
