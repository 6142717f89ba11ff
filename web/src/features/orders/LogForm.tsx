// The provider logs hours: on which day, how long, what was done. Several follow each other, so the day stays.
import { Input, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useSides } from '@/app/sides';
import { legalDay } from '@/lib/dates';
import { formatDuration, toMinutes } from '@/lib/durations';
import { DateInput } from '@/ui/DateInput';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './LogForm.module.css';
import { useOrderChanges, type Hours, type Order } from './queries';

/** As the API bounds them. */
const LONGEST_WHAT = 200;
const HOURS = Array.from({ length: 25 }, (_, hours) => ({
  value: `${hours}`,
  label: `${hours} h`,
}));
const QUARTERS = ['00', '15', '30', '45'].map((label) => ({ value: `${Number(label)}`, label }));

interface Values extends Record<string, unknown> {
  day: string | null;
  hours: string | null;
  quarters: string | null;
  what: string;
}

export default function LogForm({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const { logHours } = useOrderChanges();
  const [days] = useState(() => daysOf(order));
  const form = useApiForm<Values, Hours>({
    initialValues: { day: days.last, hours: null, quarters: '0', what: '' },
    validate: ({ day, hours, quarters, what }) => ({
      ...(!day && { day: t('missing') }),
      ...(toMinutes(hours, quarters) === 0 && { minutes: t('missing') }),
      ...(!what.trim() && { what: t('missing') }),
    }),
    send: ({ day, hours, quarters, what }, key) =>
      logHours(order.id, { day: day ?? '', minutes: toMinutes(hours, quarters), what }, key),
    onDone: ({ minutes, sheet }) => {
      toast.done(t('log.done', { duration: formatDuration(minutes, locale), sheet }));
      form.form.setValues({ hours: null, quarters: '0', what: '' });
    },
  });
  return (
    <div className={classes.log}>
      <h3>{t('log.title')}</h3>
      <OnNext order={order} />
      <Form form={form} submitLabel={t('log.submit')} quiet={order.actions.includes('deliver')}>
        <div className={classes.fields}>
          <DateInput
            label={t('log.day')}
            minDate={days.first}
            maxDate={days.last}
            {...form.field('day')}
          />
          <Duration form={form} />
          <TextInput
            className={classes.what}
            label={t('log.what')}
            maxLength={LONGEST_WHAT}
            {...form.field('what')}
          />
        </div>
      </Form>
    </div>
  );
}

/** From the beginning of the mission to today. */
function daysOf({ milestones, placed_at }: Order) {
  const began = milestones[0]?.started_at ?? placed_at;
  return { first: legalDay(Date.parse(began)), last: legalDay(Date.now()) };
}

interface DurationProps {
  form: ReturnType<typeof useApiForm<Values, Hours>>;
}

/** Two lists for one value: what is refused of it is said below both. */
function Duration({ form }: DurationProps) {
  const { t } = useTranslation('orders');
  const wrong = form.form.errors.minutes;
  const wrongId = useId();
  // What was refused may be right with the next choice.
  const choosing = (name: 'hours' | 'quarters') => (value: string | null) => {
    form.form.setFieldValue(name, value);
    form.form.clearFieldError('minutes');
  };
  const { hours, quarters } = form.form.values;
  return (
    <Input.Wrapper
      label={t('log.duration')}
      labelElement="div"
      error={wrong}
      errorProps={{ id: wrongId }}
    >
      <div
        className={classes.lists}
        role="group"
        aria-label={t('log.duration')}
        aria-describedby={wrong ? wrongId : undefined}
        data-wrong={Boolean(wrong) || undefined}
      >
        <Select
          aria-label={t('log.hours')}
          placeholder="0 h"
          data={HOURS}
          value={hours}
          onChange={choosing('hours')}
          error={Boolean(wrong)}
        />
        <Select
          aria-label={t('log.minutes')}
          data={QUARTERS}
          value={quarters}
          onChange={choosing('quarters')}
          allowDeselect={false}
          error={Boolean(wrong)}
        />
      </div>
    </Input.Wrapper>
  );
}

/** While the client looks at a sheet, work goes on. */
function OnNext({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const open = order.timesheet?.open_sheet;
  if (!open || open <= order.milestones.length) return null;
  return <p className={classes.next}>{t('log.onNext', { name, sent: open - 1, open })}</p>;
}
