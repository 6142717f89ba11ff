// « Mes paiements »: what one's party paid through the platform, or is to pay.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money } from '@/ui/values';
import { usePart, useSubject } from './about';
import { paymentsQuery, type Payment } from './queries';
import { isOver, stateOf, toneOf } from './standing';

export default function PaymentsPage() {
  const { t } = useTranslation('payments');
  const { kind } = useMe().organization;
  if (kind === 'operator') {
    return (
      <Page>
        <EmptyState asPageTitle title={t('list.notForYou')}>
          <p>{t('list.notForYouText')}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <Payments isClient={kind === 'client'} />
    </Page>
  );
}

function Payments({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('payments');
  const list = useInfiniteQuery(paymentsQuery);
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState
            title={t('list.none')}
            action={
              <ButtonLink href={isClient ? urls.orders() : urls.subscription} variant="default">
                {t(isClient ? 'list.orders' : 'list.plan')}
              </ButtonLink>
            }
          >
            <p>{t(isClient ? 'list.noneClient' : 'list.noneProvider')}</p>
          </EmptyState>
        }
      >
        {(payments) => (
          <Rows>
            {payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const part = usePart(payment);
  return (
    <Row
      pinned={!isOver(payment)}
      title={useSubject(payment)}
      href={urls.payment(payment.id)}
      facts={[
        <>
          <Money value={payment.amount} /> {t('gross')}
        </>,
        part,
        <>
          {t(payment.paid_at ? 'list.paid' : 'list.asked')}{' '}
          <DateText value={payment.paid_at ?? payment.asked_at} />
        </>,
      ]}
      status={<StatusBadge tone={toneOf(payment)}>{t(`state.${stateOf(payment)}`)}</StatusBadge>}
    />
  );
}
