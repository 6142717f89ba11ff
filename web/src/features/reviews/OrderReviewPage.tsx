// After all of an order was accepted: its client rates the provider and says how it went.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { Awaited, NotNow } from './Awaited';
import { OpinionFields } from './OpinionFields';
import { orderQuery, useReviews, type Order } from './queries';

export default function OrderReviewPage() {
  const query = useQuery(orderQuery(usePathParam('id')));
  return (
    <Page width="form">
      <QueryState page query={query}>
        {(order) => {
          const { lot } = order;
          if (lot) return <NotNow title="ofLot" back={urls.lotReview(lot.tender, lot.id)} />;
          return order.status === 'completed' ? (
            <Once order={order} />
          ) : (
            <NotNow title="tooEarly" back={urls.order(order.id)} />
          );
        }}
      </QueryState>
    </Page>
  );
}

function Once({ order }: { order: Order }) {
  const { t } = useTranslation('reviews');
  const { ofOrder } = useReviews();
  const back = urls.order(order.id);
  const began = order.milestones.find(({ started_at: at }) => at)?.started_at;
  return (
    <Awaited awaited={order.actions.includes('review')} back={back}>
      <PageHeader
        crumbs={[{ label: order.title, href: back }]}
        title={t('title', { name: order.provider.name ?? order.provider.handle })}
        lead={t('lead')}
      />
      <OpinionFields
        startedAt={began ?? order.placed_at}
        back={back}
        publish={(opinion) => ofOrder(order.id, opinion)}
      />
    </Awaited>
  );
}
