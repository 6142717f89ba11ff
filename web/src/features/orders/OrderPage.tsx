// An order, as either side reads it: what is to be done now and by whom, the milestones on their line, whom
// to call.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MissionReview } from '@/app/MissionReview';
import { useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { useSides } from '@/app/sides';
import { urls } from '@/lib/urls';
import { ContactCard } from '@/ui/ContactCard';
import { DataList, type DataListItem } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money } from '@/ui/values';
import { Deliveries } from './Deliveries';
import { Invoices } from './Invoices';
import { Disputes } from './Disputes';
import { LotReview } from './LotReview';
import { MoneyBox } from './MoneyBox';
import { OrderActs } from './OrderActs';
import classes from './OrderPage.module.css';
import { OrderNow } from './OrderNow';
import { wordsOf } from './parts';
import { orderQuery, type Order, type TermsKind } from './queries';
import { RequirementsForm } from './RequirementsForm';
import { statusOf, toneOf } from './standing';
import { Timeline } from './Timeline';
import { Timesheet } from './Timesheet';
import { WeeklyLimit } from './WeeklyHours';

export default function OrderPage() {
  const query = useQuery(orderQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(order) => <Sheet order={order} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { side, other } = useSides(order);
  const tradeName = useTradeName();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.orders() }]}
        title={order.title}
        documentTitle={`${order.title}, ${other}`}
        aside={
          <StatusBadge tone={toneOf(order)}>
            {t(`status.${side}.${statusOf(order)}`, { context: wordsOf(order) })}
          </StatusBadge>
        }
        lead={
          <Facts
            items={[
              other,
              order.lot ? tradeName(order.lot.trade) : t(`kind.${order.kind as TermsKind}`),
              <>
                <Money value={order.gross} /> {t('gross')}
              </>,
            ]}
          />
        }
        actions={<OrderActs order={order} />}
      />
      <OrderNow order={order} />
      <Columns aside={<Aside order={order} />}>
        {order.actions.includes('give_requirements') && <RequirementsForm order={order} />}
        <Timesheet order={order} />
        <Deliveries order={order} />
        <Section title={t('timeline.title')}>
          <Timeline order={order} />
        </Section>
        {order.review && <MissionReview id={order.review} />}
        <LotReview order={order} />
        <Invoices order={order} />
        <Disputes order={order} />
        <Answers order={order} />
        {order.contacts && (
          <div className={classes.contacts}>
            <ContactCard
              contact={side === 'client' ? order.contacts.provider : order.contacts.client}
              side={side === 'client' ? 'provider' : 'client'}
            />
            <ContactCard contact={order.contacts[side]} side="own" />
          </div>
        )}
      </Columns>
    </>
  );
}

/** What the provider asked and the client answered. */
function Answers({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const asked = order.questions;
  const mine = order.actions.includes('give_requirements');
  if (asked.length === 0 || mine) return null;
  const given = asked.some(({ answer }) => typeof answer === 'string');
  return (
    <Section title={t('answers.title')} lead={given ? undefined : t('answers.waiting')}>
      <dl className={classes.answers}>
        {asked.map(({ text, answer }, index) => (
          <div key={index}>
            <dt>{text}</dt>
            <dd>{answer ? <Prose>{answer}</Prose> : t('answers.none')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** How often, or how long, the work may go on. Hours can be contested until they are right, and of what is not handed
 * over there is nothing to revise: no count is agreed. */
function useBounds(order: Order): DataListItem[] {
  const { t } = useTranslation('orders');
  const { revisions, timesheet } = order;
  if (timesheet) {
    return [{ label: t('sheet.weekly'), value: <WeeklyLimit timesheet={timesheet} /> }];
  }
  if (order.is_clients_to_end) return [];
  const each =
    typeof revisions === 'number' ? t('sheet.each', { count: revisions }) : t('sheet.unlimited');
  return [{ label: t('sheet.revisions'), value: each }];
}

function Aside({ order }: { order: Order }) {
  return (
    <div className={classes.aside}>
      <MoneyBox order={order} />
      <Terms order={order} />
    </div>
  );
}

/** What was agreed: the offer of a conversation, or for a lot the offer of its provider, which its client has on the
 * page of the lot. */
function Agreed({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { isClient } = useSides(order);
  const { lot, offer, agreed_version: number } = order;
  const ofLot = lot && (isClient ? urls.lot(lot.tender, lot.id) : urls.offer(offer));
  return <Link href={ofLot ?? urls.customOffer(offer)}>{t('sheet.version', { number })}</Link>;
}

function Terms({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  return (
    <DataList
      items={[
        { label: t('sheet.placed'), value: <DateText value={order.placed_at} as="day-time" /> },
        { label: t('sheet.agreed'), value: <Agreed order={order} /> },
        {
          label: t('sheet.conversation'),
          value: <Link href={urls.conversation(order.conversation)}>{t('sheet.open')}</Link>,
        },
        ...useBounds(order),
        {
          label: t('sheet.payment'),
          value: t(order.settlement === 'held' ? 'sheet.held' : 'sheet.direct'),
        },
      ]}
    />
  );
}
