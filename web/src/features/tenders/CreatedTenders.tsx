// Every tender of the client with its status: the global view and the history (S1-037).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useEventKindName } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { FilterBar } from '@/ui/FilterBar';
import { ButtonLink, Link } from '@/ui/Link';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { RelativeTime } from '@/ui/values';
import { usePlaceText } from './EventFacts';
import { ProgressBar } from './ProgressBar';
import { myTendersQuery, type MyTender, type TenderStatus } from './queries';
import { TENDER_TONES } from './status';
import { TradeTags } from './TradeTags';

const STATES: Record<string, TenderStatus> = { brouillons: 'draft', ouverts: 'open' };

export function CreatedTenders() {
  const { t } = useTranslation('tenders');
  const filters = useUrlFilters();
  const state = STATES[filters.one('etat') ?? ''];
  const list = useInfiniteQuery(myTendersQuery(state));
  const shown = (
    <ListState list={list} items={itemsOf(list.data)} empty={<NoTender />}>
      {(tenders) => (
        <Rows label={t('mine.tab.crees')}>
          {tenders.map((tender) =>
            tender.status === 'draft' ? (
              <DraftRow key={tender.id} tender={tender} />
            ) : (
              <TenderRow key={tender.id} tender={tender} />
            ),
          )}
        </Rows>
      )}
    </ListState>
  );
  if (!state) return shown;
  const remove = () => filters.set({ etat: null });
  return (
    <>
      <FilterBar active={[{ label: t(`status.${state}`), onRemove: remove }]} />
      {shown}
    </>
  );
}

function NoTender() {
  const { t } = useTranslation('tenders');
  return (
    <EmptyState
      drawing="programme"
      title={t('mine.emptyTitle')}
      action={<Link href={urls.inspiration}>{t('mine.emptyIdeas')}</Link>}
    >
      {t('mine.emptyText')}
    </EmptyState>
  );
}

function Status({ status }: { status: TenderStatus }) {
  const { t } = useTranslation('tenders');
  return <StatusBadge tone={TENDER_TONES[status]}>{t(`status.${status}`)}</StatusBadge>;
}

function DraftRow({ tender }: { tender: MyTender }) {
  const { t } = useTranslation('tenders');
  const title = tender.title || t('mine.untitled');
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={title}
      facts={[
        usePlaceText()(tender) || null,
        <>
          {t('mine.begun')} <RelativeTime value={tender.created_at} />
        </>,
      ]}
      status={<Status status="draft" />}
      actions={
        <ButtonLink
          href={urls.newEvent({ brouillon: tender.id })}
          variant="default"
          aria-label={t('mine.resumeNamed', { title })}
        >
          {t('mine.resume')}
        </ButtonLink>
      }
    >
      {tender.trades.length > 0 && <TradeTags trades={tender.trades} />}
    </Row>
  );
}

function TenderRow({ tender }: { tender: MyTender }) {
  const { t } = useTranslation('tenders');
  const kindName = useEventKindName();
  const place = usePlaceText();
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={tender.title}
      href={urls.event(tender.id)}
      facts={[
        kindName(tender.kind) || null,
        place(tender),
        tender.offers_count > 0
          ? t('mine.offers', { count: tender.offers_count })
          : t(tender.status === 'open' ? 'mine.noOffers' : 'mine.noOffersEver'),
      ]}
      status={<Status status={tender.status as TenderStatus} />}
    >
      <ProgressBar progress={tender.progress} />
    </Row>
  );
}
