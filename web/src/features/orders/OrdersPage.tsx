// « Commandes »: those of one's party, under way or over, with what waits for whom.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { useSides } from '@/app/sides';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { Countdown, DateText, Money } from '@/ui/values';
import { wordsOf } from './parts';
import { ordersQuery, type Order, type TermsKind } from './queries';
import { limitOf, nextAct, statusOf, toneOf } from './standing';

const OVER = 'terminees';

export default function OrdersPage() {
  const { kind } = useMe().organization;
  return (
    <Page>{kind === 'operator' ? <NotForYou /> : <Orders isClient={kind === 'client'} />}</Page>
  );
}

function NotForYou() {
  const { t } = useTranslation('orders');
  return (
    <EmptyState asPageTitle title={t('list.notForYou')}>
      <p>{t('list.notForYouText')}</p>
    </EmptyState>
  );
}

function Orders({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('orders');
  const over = useUrlFilters().one('onglet') === OVER;
  const list = useInfiniteQuery(ordersQuery(over));
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t(isClient ? 'list.leadClient' : 'list.leadProvider')}
      />
      <TabLinks
        label={t('list.tabs')}
        tabs={[
          { href: urls.orders(), label: t('list.running'), current: !over },
          { href: urls.orders({ onglet: OVER }), label: t('list.over'), current: over },
        ]}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nothing over={over} isClient={isClient} />}
      >
        {(orders) => (
          <Rows>
            {orders.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function Nothing({ over, isClient }: { over: boolean; isClient: boolean }) {
  const { t } = useTranslation('orders');
  if (over) {
    return (
      <EmptyState title={t('list.noneOver')}>
        <p>{t('list.noneOverText')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('list.none')}
      action={
        <ButtonLink href={urls.customOffers()} variant="default">
          {t('list.offers')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'list.noneClient' : 'list.noneProvider')}</p>
    </EmptyState>
  );
}

function OrderRow({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { side, other } = useSides(order);
  const tradeName = useTradeName();
  const status = statusOf(order);
  return (
    <Row
      pinned={nextAct(order) !== undefined}
      title={order.title}
      href={urls.order(order.id)}
      facts={[
        other,
        order.lot ? tradeName(order.lot.trade) : t(`kind.${order.kind as TermsKind}`),
        <>
          <Money value={order.gross} cents="auto" /> {t('gross')}
        </>,
        <When order={order} />,
      ]}
      status={
        <StatusBadge tone={toneOf(order)}>
          {t(`status.${side}.${status}`, { context: wordsOf(order) })}
        </StatusBadge>
      }
    />
  );
}

function When({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const limit = limitOf(order);
  const opensLater = order.lot && statusOf(order) === 'waiting';
  if (limit) {
    return (
      <>
        {t('list.left', { context: opensLater ? 'opens' : undefined })} <Countdown until={limit} />
      </>
    );
  }
  return (
    <>
      {t('list.placed')} <DateText value={order.placed_at} />
    </>
  );
}
