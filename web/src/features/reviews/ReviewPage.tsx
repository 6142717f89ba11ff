// After « Mission terminée »: the client rates the provider and says how it went (S1-090).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { Awaited, NotNow } from './Awaited';
import { OpinionFields } from './OpinionFields';
import { offerQuery, tenderQuery, useReviews, type Tender, type TenderLot } from './queries';

export default function ReviewPage() {
  const query = useQuery(tenderQuery(usePathParam('id')));
  const lotId = usePathParam('lot');
  return (
    <Page width="form">
      <QueryState page query={query}>
        {(tender) => {
          const lot = tender.lots.find(({ id }) => id === lotId);
          return lot?.status === 'done' && lot.award ? (
            <Once tender={tender} lot={lot} award={lot.award} />
          ) : (
            <NotNow title="tooEarly" back={urls.lot(tender.id, lotId)} />
          );
        }}
      </QueryState>
    </Page>
  );
}

interface ReviewingProps {
  tender: Tender;
  lot: TenderLot;
  award: NonNullable<TenderLot['award']>;
}

/** By its client only: the offer says whether it is still awaited. */
function Once({ tender, lot, award }: ReviewingProps) {
  const { t } = useTranslation('reviews');
  const offer = useQuery(offerQuery(award.offer_id));
  const { ofLot } = useReviews();
  const trade = useTradeName()(lot.trade);
  const back = urls.lot(tender.id, lot.id);
  return (
    <QueryState page query={offer}>
      {({ actions }) => (
        <Awaited awaited={actions.includes('review')} back={back}>
          <PageHeader
            crumbs={[
              { label: tender.event.title, href: urls.event(tender.id) },
              { label: trade, href: back },
            ]}
            title={t('title', { name: award.provider.name ?? award.provider.handle })}
            lead={t('lead')}
          />
          <OpinionFields
            startedAt={award.started_at ?? award.chosen_at}
            day={tender.event.day}
            back={back}
            publish={(opinion) => ofLot(lot.id, opinion)}
          />
        </Awaited>
      )}
    </QueryState>
  );
}
