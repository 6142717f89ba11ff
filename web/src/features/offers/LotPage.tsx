// A client's lot: who applied, side by side (S1-042); then the one that was chosen, until the mission is done.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { ButtonLink } from '@/ui/Link';
import { ChosenPanel } from './ChosenPanel';
import { Comparison } from './Comparison';
import {
  lotOffersQuery,
  tenderQuery,
  type LotStatus,
  type Tender,
  type TenderLot,
} from './queries';
import { LOT_TONES } from './status';

export default function LotPage() {
  const query = useQuery(tenderQuery(usePathParam('id')));
  const lotId = usePathParam('lot');
  const own = useMe().organization.id;
  return (
    <Page>
      <QueryState page query={query}>
        {(tender) => {
          // Anybody may read a tender by its id; who applied is its client's to see.
          if (tender.client.id !== own)
            return <NoLot href={urls.tender(tender.slug ?? tender.id)} />;
          const lot = tender.lots.find(({ id }) => id === lotId);
          return lot ? <Lot tender={tender} lot={lot} /> : <NoLot href={urls.event(tender.id)} />;
        }}
      </QueryState>
    </Page>
  );
}

function NoLot({ href }: { href: string }) {
  const { t } = useTranslation('offers');
  return (
    <EmptyState
      asPageTitle
      title={t('apply.gone')}
      action={
        <ButtonLink href={href} variant="default">
          {t('lot.backToEvent')}
        </ButtonLink>
      }
    />
  );
}

function Lot({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const status = lot.status as LotStatus;
  const trade = useTradeName()(lot.trade);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('lot.events'), href: urls.events() },
          { label: tender.event.title, href: urls.event(tender.id) },
        ]}
        title={trade}
        documentTitle={`${trade}, ${tender.event.title}`}
        aside={<StatusBadge tone={LOT_TONES[status]}>{t(`lot.status.${status}`)}</StatusBadge>}
        lead={
          <>
            {lot.quantity !== '1' && <Facts items={[lot.quantity || null]} />}
            {lot.wishes && <Prose>{lot.wishes}</Prose>}
          </>
        }
      />
      {lot.award && <ChosenPanel tender={tender} lot={lot} award={lot.award} />}
      <Applicants tender={tender} lot={lot} />
    </>
  );
}

function Applicants({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const list = useInfiniteQuery(lotOffersQuery(lot.id));
  return (
    <Section title={lot.award?.started_at ? t('lot.agreed') : t('lot.applicants')}>
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState drawing="letter" title={t('lot.none')}>
            {t('lot.noneText')}
          </EmptyState>
        }
      >
        {(offers) => <Comparison offers={offers} trade={lot.trade} tender={tender.id} />}
      </ListState>
    </Section>
  );
}
