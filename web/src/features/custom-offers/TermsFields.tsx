// What it costs and how long it takes, in the kind that was chosen.
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { newLine } from '@/lib/lines';
import { MoneyInput } from '@/ui/fields';
import { FieldRow, useOptionalLabel } from '@/ui/Form';
import { LinesFields, shown, VatSelect } from '@/ui/LinesFields';
import { TotalsTable } from '@/ui/TotalsTable';
import { WHOLE, type FieldsProps } from './fields';
import { MilestonesFields } from './MilestonesFields';
import { SubscriptionFields } from './SubscriptionFields';
import { termsTotals } from './sums';

export function TermsFields({ form, exempt }: FieldsProps) {
  switch (form.form.getValues().terms.kind) {
    case 'fixed':
      return <FixedFields form={form} exempt={exempt} />;
    case 'milestones':
      return <MilestonesFields form={form} exempt={exempt} />;
    case 'subscription':
      return <SubscriptionFields form={form} exempt={exempt} />;
    case 'hourly':
      return <HourlyFields form={form} exempt={exempt} />;
  }
}

function FixedFields({ form, exempt }: FieldsProps) {
  const { t } = useTranslation('custom-offers');
  return (
    <>
      <TermsLines form={form} exempt={exempt} />
      <NumberInput
        label={t('form.deliveryDays')}
        description={t('form.deliveryDaysHint')}
        maw="20rem"
        {...WHOLE}
        {...form.field('terms.delivery_days')}
      />
    </>
  );
}

export function TermsLines({ form, exempt }: FieldsProps) {
  const { lines } = form.form.getValues().terms;
  return (
    <LinesFields
      lines={lines}
      field={(index, name) => form.field(`terms.lines.${index}.${name}`) as object}
      error={(index) =>
        form.form.errors[index === undefined ? 'terms.lines' : `terms.lines.${index}`]
      }
      onAdd={() => form.form.insertListItem('terms.lines', newLine('1', lines.at(-1)?.vat_rate))}
      onRemove={(index) => form.form.removeListItem('terms.lines', index)}
      exempt={exempt}
    />
  );
}

function HourlyFields({ form, exempt }: FieldsProps) {
  const { t } = useTranslation('custom-offers');
  const optional = useOptionalLabel();
  return (
    <>
      <FieldRow>
        <MoneyInput label={t('hourly.rate')} {...form.field('terms.rate')} />
        {!exempt && <VatSelect {...(form.field('terms.vat_rate') as object)} />}
      </FieldRow>
      <NumberInput
        label={t('hourly.estimate')}
        description={t('hourly.estimateHint')}
        {...WHOLE}
        {...form.field('terms.estimated_hours')}
      />
      <NumberInput
        label={optional(t('hourly.weekly'))}
        description={t('hourly.weeklyHint')}
        {...WHOLE}
        {...form.field('terms.weekly_hours')}
      />
      <TotalsTable live totals={shown(termsTotals(form.form.getValues().terms))} />
    </>
  );
}
