// What moves the money of an order, or stops it: the client pays, the provider begins, either side disputes.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useSides } from '@/app/sides';
import { useGo } from '@/app/url-state';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ActModal } from '@/ui/ActModal';
import { Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { useOpenDispute } from './Disputes';
import { useOrderChanges, type Dispute, type Milestone, type Order } from './queries';
import classes from './OrderPage.module.css';

interface Props {
  order: Order;
}

/** S4-001. */
export function Pay({ order, milestone }: Props & { milestone: Milestone }) {
  const { t } = useTranslation('orders');
  const { pay } = useOrderChanges();
  const go = useGo();
  const amount = formatMoney(milestone.gross, useLocale());
  return (
    <ActButton
      variant="filled"
      onAct={async () => {
        const payment = await pay(order.id);
        go(urls.payment(payment.id));
      }}
    >
      {t('pay.button', { amount })}
    </ActButton>
  );
}

/** S4-004, S4-005. */
export function Start({ order }: Props) {
  const { t } = useTranslation('orders');
  const { start } = useOrderChanges();
  return (
    <ActButton
      variant="filled"
      onAct={async () => {
        await start(order.id);
        toast.done(t('start.done'));
      }}
    >
      {t('start.button')}
    </ActButton>
  );
}

/** S1-101. */
export function OpenDispute({ order }: Props) {
  const { t } = useTranslation('orders');
  return (
    <ActModal label={t('dispute.button')} title={t('dispute.title')} variant="subtle" color="gray">
      {() => <DisputeForm order={order} />}
    </ActModal>
  );
}

/** Where an order that stands still goes on. */
export function SeeDispute({ order }: Props) {
  const { t } = useTranslation('orders');
  const dispute = useOpenDispute(order);
  if (!dispute) return null;
  return <ButtonLink href={urls.dispute(dispute.id)}>{t('dispute.see')}</ButtonLink>;
}

interface Values extends Record<string, unknown> {
  reason: string;
}

function DisputeForm({ order }: Props) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { dispute } = useOrderChanges();
  const go = useGo();
  const form = useApiForm<Values, Dispute>({
    initialValues: { reason: '' },
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('missing') }),
    send: ({ reason }, key) => dispute(order.id, reason, key),
    onDone: ({ id }) => go(urls.dispute(id)),
  });
  return (
    <Form
      form={form}
      submitLabel={t('dispute.submit')}
      problemTitle={t('notDone')}
      note={t('dispute.note', { name })}
    >
      <div className={classes.advice}>
        <p>{t('dispute.adviceTitle')}</p>
        <ul>
          {(['talk', 'describe', 'detail', 'sign'] as const).map((one) => (
            <li key={one}>{t(`dispute.advice.${one}`)}</li>
          ))}
        </ul>
      </div>
      <Textarea
        label={t('dispute.reason')}
        description={t('dispute.reasonHint')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        {...form.field('reason')}
      />
    </Form>
  );
}
