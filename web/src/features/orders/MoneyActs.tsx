// What moves the money of an order, or stops it: the client pays, the provider begins, either side disputes.
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useSides } from '@/app/sides';
import { useGo } from '@/app/url-state';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ActModal } from '@/ui/ActModal';
import { AskingButton } from '@/ui/AskingButton';
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

interface PayProps extends Props {
  milestone: Milestone;
}

/** S4-001. Where periods follow, the client says first whether its card pays them too. */
export function Pay({ order, milestone }: PayProps) {
  const { t } = useTranslation('orders');
  const amount = formatMoney(milestone.gross, useLocale());
  const label = t('pay.button', { amount });
  if (order.periods_to_charge === 0) return <PayNow order={order} label={label} />;
  return (
    <ActModal variant="filled" label={label} title={t('pay.title')}>
      {() => <PayAndCharge order={order} label={label} />}
    </ActModal>
  );
}

interface PayNowProps extends Props {
  label: string;
  charge?: boolean;
}

function PayNow({ order, label, charge }: PayNowProps) {
  const { pay } = useOrderChanges();
  const go = useGo();
  return (
    <ActButton
      variant="filled"
      onAct={async () => {
        const payment = await pay(order.id, charge);
        go(urls.payment(payment.id));
      }}
    >
      {label}
    </ActButton>
  );
}

function PayAndCharge({ order, label }: Omit<PayNowProps, 'charge'>) {
  const { t } = useTranslation('orders');
  const [charge, setCharge] = useState(true);
  return (
    <div className={classes.pay}>
      <Checkbox
        checked={charge}
        onChange={(event) => setCharge(event.currentTarget.checked)}
        label={t('pay.charge', { count: order.periods_to_charge })}
        description={t(charge ? 'pay.charged' : 'pay.byHand')}
      />
      <PayNow order={order} label={label} charge={charge} />
    </div>
  );
}

/** Which card pays the periods that follow, and how that ends. */
export function ChargedCard({ order }: Props) {
  const { t } = useTranslation('orders');
  const { forgetCard } = useOrderChanges();
  if (!order.card_ending) return null;
  return (
    <>
      <p>{t('card.text', { card: order.card_ending })}</p>
      <AskingButton
        label={t('card.button')}
        title={t('card.title')}
        confirmLabel={t('card.button')}
        consequences={[t('card.byHand'), t('card.stays')]}
        onConfirm={() => forgetCard(order.id)}
        done={t('card.done')}
      />
    </>
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
