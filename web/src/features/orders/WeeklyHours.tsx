// How many hours a week may have (S2-032): the client changes it, more at once, fewer from the next Monday on.
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { formatDate } from '@/lib/dates';
import { ActModal } from '@/ui/ActModal';
import { Form, useOptionalLabel } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { useOrderChanges, type Order, type Timesheet } from './queries';

interface Props {
  order: Order;
}

export function WeeklyHours({ order }: Props) {
  const { t } = useTranslation('orders');
  return (
    <ActModal label={t('weekly.button')} title={t('weekly.title')}>
      {(close) => <WeeklyHoursForm order={order} onDone={close} />}
    </ActModal>
  );
}

interface Values extends Record<string, unknown> {
  weekly_hours: number | string;
}

function WeeklyHoursForm({ order, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const optional = useOptionalLabel();
  const { setWeeklyHours } = useOrderChanges();
  const { weekly_hours: now, lowered } = order.timesheet ?? {};
  const form = useApiForm<Values, Order>({
    initialValues: { weekly_hours: lowered?.weekly_hours ?? now ?? '' },
    send: ({ weekly_hours: hours }) =>
      setWeeklyHours(order.id, hours === '' ? null : Number(hours)),
    onDone: ({ timesheet }) => {
      const from = timesheet?.lowered?.from;
      const day = from && formatDate(from, locale, 'weekday');
      toast.done(day ? t('weekly.doneLater', { day }) : t('weekly.done'));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('weekly.submit')} note={t('weekly.note')}>
      <NumberInput
        label={optional(t('weekly.label'))}
        description={t('weekly.hint')}
        min={0}
        max={1000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        {...form.field('weekly_hours')}
      />
    </Form>
  );
}

/** « 20 heures », and « 10 h à partir du lundi 14 juin » when fewer come. */
export function WeeklyLimit({ timesheet }: { timesheet: Timesheet }) {
  const { t } = useTranslation('orders');
  const { weekly_hours: now } = timesheet;
  return (
    <>
      <p>{now ? t('hours', { count: now }) : t('sheet.noWeekly')}</p>
      <ComingLimit timesheet={timesheet} />
    </>
  );
}

export function ComingLimit({ timesheet: { lowered } }: { timesheet: Timesheet }) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  if (!lowered) return null;
  const { weekly_hours: hours, from } = lowered;
  return <p>{t('weekly.coming', { hours, day: formatDate(from, locale, 'weekday') })}</p>;
}
