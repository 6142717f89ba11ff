// The public list of open tenders, filtered by trade and département in the address.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { Banner } from '@/app/Banner';
import { useEventKindName } from '@/app/reference';
import { useSession } from '@/app/session';
import { TradeAndPlace } from '@/app/TradeAndPlace';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { RelativeTime } from '@/ui/values';
import { usePlaceText } from './EventFacts';
import { openTendersQuery, type TenderCard } from './queries';
import { TradeTags } from './TradeTags';

export default function TendersPage() {
  const { t } = useTranslation('tenders');
  const filters = useUrlFilters();
  const trade = filters.one('trade');
  const departement = filters.one('departement');
  const list = useInfiniteQuery(openTendersQuery({ trade, departement }));
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        description={t('list.description')}
        lead={t('list.lead')}
        actions={<MainAction />}
      />
      <TradeAndPlace />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Empty filtered={Boolean(trade ?? departement)} />}
      >
        {(tenders) => (
          <Rows label={t('list.title')}>
            {tenders.map((tender) => (
              <TenderRow key={tender.id} tender={tender} />
            ))}
          </Rows>
        )}
      </ListState>
      <Banner placement="tenders" departement={departement} />
    </Page>
  );
}

function MainAction() {
  const { t } = useTranslation('tenders');
  const session = useSession();
  if (session.state === 'unknown') return null;
  const kind = session.state === 'signed-in' ? session.me.organization.kind : null;
  if (kind === 'provider') {
    return <ButtonLink href={urls.potentialTenders}>{t('list.potential')}</ButtonLink>;
  }
  if (kind === 'operator') return null;
  return (
    <ButtonLink href={kind === 'client' ? urls.newEvent() : urls.registerClient}>
      {t('list.create')}
    </ButtonLink>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('tenders');
  const { clear } = useUrlFilters();
  const { t: ui } = useTranslation('ui');
  if (!filtered) {
    return (
      <EmptyState drawing="garland" title={t('list.emptyAll')}>
        {t('list.emptyAllText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('list.empty')}
      action={
        <Button variant="default" onClick={clear}>
          {ui('filters.clear')}
        </Button>
      }
    >
      {t('list.emptyText')}
    </EmptyState>
  );
}

function TenderRow({ tender }: { tender: TenderCard }) {
  const { t } = useTranslation('tenders');
  const kindName = useEventKindName();
  const place = usePlaceText();
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={tender.title}
      href={urls.tender(tender.slug)}
      facts={[
        kindName(tender.kind) || null,
        place(tender),
        tender.guests ? t('guests', { count: tender.guests }) : null,
        <>
          {t('list.published')} <RelativeTime value={tender.published_at} />
        </>,
      ]}
    >
      <TradeTags trades={tender.trades} />
    </Row>
  );
}
