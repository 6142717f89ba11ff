// A provider's sheet: what the directory shows, and what a confirmed mission reveals.
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm, type ApiForm } from '@/api/useApiForm';
import { useDepartements, useSettings, useTrades } from '@/app/reference';
import { DepartementsSelect, TradeSelect, TradesSelect } from '@/ui/fields';
import { FieldRow, Fieldset, Form, useOptionalLabel } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { changeOf, valuesOf, type Values } from './form';
import { saveOrganization, useSaved, type Organization } from './queries';
import { SheetFrame } from './SheetFrame';

export default function SheetPage() {
  return (
    <SheetFrame current="sheet">
      {(organization) => <SheetForm key={organization.version} organization={organization} />}
    </SheetFrame>
  );
}

function SheetForm({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const keep = useSaved();
  const form = useApiForm({
    initialValues: valuesOf(organization),
    send: (values) => saveOrganization(organization.version, changeOf(values, organization)),
    onDone: (saved) => {
      keep(saved);
      toast.done(t('done'));
    },
  });
  return (
    <Form form={form} submitLabel={t('submit')}>
      <PresentationFields form={form} />
      <ActivityFields form={form} secondaryMax={organization.secondary_trades_max} />
      <ContactFields form={form} />
      {organization.legal_kind !== 'cesu' && <NumberFields form={form} />}
    </Form>
  );
}

interface FieldsProps {
  form: ApiForm<Values>;
}

function PresentationFields({ form }: FieldsProps) {
  const { t } = useTranslation('organizations');
  const optional = useOptionalLabel();
  return (
    <Fieldset legend={t('presentation')}>
      <TextInput label={t('name')} autoComplete="organization" {...form.field('name')} />
      <Textarea
        label={optional(t('presentationLabel'))}
        description={t('presentationHint')}
        autosize
        minRows={6}
        {...form.field('presentation')}
      />
      <TextInput label={optional(t('website'))} type="url" {...form.field('website')} />
    </Fieldset>
  );
}

function ActivityFields({ form, secondaryMax }: FieldsProps & { secondaryMax: number }) {
  const { t } = useTranslation('organizations');
  const optional = useOptionalLabel();
  const trades = useTrades().data ?? [];
  const departements = useDepartements().data ?? [];
  const max = useSettings().data?.departements_max ?? 8;
  const values = form.form.getValues();
  return (
    <Fieldset legend={t('activity')}>
      <TradeSelect label={t('mainTrade')} options={trades} {...form.field('main_trade')} />
      <TradesSelect
        label={optional(t('secondaryTrades'))}
        description={t('secondaryHint', { count: secondaryMax })}
        disabled={secondaryMax === 0}
        max={secondaryMax}
        options={trades.filter(({ slug }) => slug !== values.main_trade)}
        {...form.field('secondary_trades')}
      />
      {!values.france_wide && (
        <DepartementsSelect
          label={t('departements')}
          options={departements}
          max={max}
          {...form.field('departements')}
        />
      )}
      <Checkbox
        label={t('franceWide')}
        {...form.form.getInputProps('france_wide', { type: 'checkbox' })}
      />
    </Fieldset>
  );
}

function ContactFields({ form }: FieldsProps) {
  const { t } = useTranslation('organizations');
  return (
    <Fieldset legend={t('address')} hint={t('addressHint')}>
      <TextInput label={t('phone')} type="tel" autoComplete="tel" {...form.field('phone')} />
      <TextInput label={t('street')} autoComplete="street-address" {...form.field('street')} />
      <FieldRow>
        <TextInput
          label={t('postalCode')}
          inputMode="numeric"
          autoComplete="postal-code"
          {...form.field('postal_code')}
        />
        <TextInput label={t('town')} autoComplete="address-level2" {...form.field('town')} />
      </FieldRow>
    </Fieldset>
  );
}

function NumberFields({ form }: FieldsProps) {
  const { t } = useTranslation('organizations');
  const exempt = form.form.getValues().vat_exempt;
  return (
    <Fieldset legend={t('numbers')}>
      <TextInput label={t('siret')} inputMode="numeric" {...form.field('siret')} />
      <Checkbox
        label={t('vatExempt')}
        {...form.form.getInputProps('vat_exempt', { type: 'checkbox' })}
      />
      {!exempt && <TextInput label={t('vatNumber')} {...form.field('vat_number')} />}
    </Fieldset>
  );
}
