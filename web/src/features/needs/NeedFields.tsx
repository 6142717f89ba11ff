// What a provider has to know to answer: what, where, when, for how much.
import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { useDepartements, useTrades } from '@/app/reference';
import { DateInput } from '@/ui/DateInput';
import { DepartementSelect, MoneyInput, TradeSelect } from '@/ui/fields';
import { FieldRow, Fieldset, Form, useOptionalLabel } from '@/ui/Form';
import type { NeedForm } from './form';

interface NeedFieldsProps {
  form: ApiForm<NeedForm>;
}

export function NeedFields({ form }: NeedFieldsProps) {
  const { t } = useTranslation('needs');
  return (
    <Form
      form={form}
      submitLabel={t('form.submit')}
      problemTitle={t('form.failed')}
      note={t('form.note')}
    >
      <Fieldset legend={t('form.what')}>
        <TextInput
          label={t('form.title')}
          description={t('form.titleHint')}
          maxLength={100}
          {...form.field('title')}
        />
        <TradeSelect options={useTrades().data ?? []} {...form.field('trade')} />
        <Textarea
          label={t('form.description')}
          description={t('form.descriptionHint')}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={4000}
          {...form.field('description')}
        />
      </Fieldset>
      <WhereAndWhen form={form} />
      <Budget form={form} />
    </Form>
  );
}

function WhereAndWhen({ form }: NeedFieldsProps) {
  const { t } = useTranslation('needs');
  const optional = useOptionalLabel();
  return (
    <Fieldset legend={t('form.where')}>
      <FieldRow>
        <DepartementSelect options={useDepartements().data ?? []} {...form.field('departement')} />
        <DateInput
          label={optional(t('form.day'))}
          clearable
          minDate={new Date()}
          {...form.field('day')}
        />
      </FieldRow>
    </Fieldset>
  );
}

function Budget({ form }: NeedFieldsProps) {
  const { t } = useTranslation('needs');
  const optional = useOptionalLabel();
  return (
    <Fieldset legend={optional(t('form.budget'))} hint={t('form.budgetHint')}>
      <FieldRow>
        <MoneyInput label={t('form.budgetMin')} {...form.field('budget_min')} />
        <MoneyInput label={t('form.budgetMax')} {...form.field('budget_max')} />
      </FieldRow>
    </Fieldset>
  );
}
