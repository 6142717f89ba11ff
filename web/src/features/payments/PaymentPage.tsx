// A payment, from the moment it is asked for until it is known what became of it: what is paid and when the
// money is released, then how to pay, then one sentence and the next thing to do.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePathParam, useUrlFilters } from '@/app/url-state';
import { keepDraft, readDraft } from '@/lib/drafts';
import { urls } from '@/lib/urls';
import { Columns, Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { usePart, useSubject } from './about';
import { BankQuestion } from './BankQuestion';
import { CardForm } from './CardForm';
import { Outcome } from './Outcome';
import { paymentQuery, usePaymentChanges, type Payment } from './queries';
import { isOver, stateOf, STEPS, toneOf } from './standing';
import { PaymentSums } from './PaymentSums';
import { usePatience } from './usePatience';
import { Waiting } from './Waiting';

export default function PaymentPage() {
  const id = usePathParam('id');
  const query = useQuery(paymentQuery(id));
  return (
    <Page>
      <QueryState page query={query}>
        {(payment) => <Sheet key={id} payment={payment} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const subject = useSubject(payment);
  const part = usePart(payment);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.payments }]}
        title={t(isOver(payment) ? 'titleOver' : 'title', { subject })}
        aside={<StatusBadge tone={toneOf(payment)}>{t(`state.${stateOf(payment)}`)}</StatusBadge>}
        lead={part}
      />
      <Columns aside={<PaymentSums payment={payment} />}>
        <Now payment={payment} />
      </Columns>
    </>
  );
}

/** The one thing to do, or to wait for. */
function Now({ payment }: { payment: Payment }) {
  const step = useUrlFilters().one('etape');
  const over = isOver(payment);
  const waits = !over && (payment.state === 'created' || step === STEPS.waiting);
  const patience = usePatience(waits);
  useQuery({ ...paymentQuery(payment.id), refetchInterval: patience.every });
  useTold(over);
  if (over) return <Outcome payment={payment} />;
  if (waits) return <Waiting payment={payment} patience={patience} />;
  if (payment.provider !== 'sandbox') return <Elsewhere payment={payment} />;
  return step === STEPS.bank ? <BankQuestion payment={payment} /> : <CardForm payment={payment} />;
}

/** What is paid is asked for again as soon as it is known what became of the payment. */
function useTold(over: boolean) {
  const { refresh } = usePaymentChanges();
  useEffect(() => {
    if (over) void refresh();
    // Once, when it becomes known.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);
}

/** The payment provider has a page of its own. Whoever comes back from it is not sent there again. */
function Elsewhere({ payment: { id, url } }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const step = useUrlFilters();
  const name = `payment-${id}`;
  useEffect(() => {
    if (!url) return;
    if (readDraft(name)) {
      step.set({ etape: STEPS.waiting });
      return;
    }
    keepDraft(name, 'sent');
    window.location.assign(url);
    // Once for each address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [url]);
  return (
    <p role="status">
      {t('elsewhere')} {url && <a href={url}>{t('elsewhereLink')}</a>}
    </p>
  );
}
