// The form of a service: what it is, its terms, its packages, and what is asked of and said to who orders.
import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { PhotosFields } from '@/app/PhotosFields';
import { useSettings, useTrades } from '@/app/reference';
import { urls } from '@/lib/urls';
import { MoneyInput, TradeSelect } from '@/ui/fields';
import { FieldRow, Fieldset, Form, useOptionalLabel } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import type { ServiceForm } from './form';
import { PackagesFields } from './PackagesFields';
import { QuestionsFields } from './QuestionsFields';

interface FieldsProps {
  form: ApiForm<ServiceForm>;
}

interface ServiceFormFieldsProps extends FieldsProps {
  /** The slugs of the provider's trades. */
  trades: string[];
  submitLabel: string;
}

export function ServiceFormFields({ form, trades, submitLabel }: ServiceFormFieldsProps) {
  const { t } = useTranslation('services');
  const most = useSettings().data?.photos_max ?? 8;
  return (
    <Form
      form={form}
      submitLabel={submitLabel}
      others={
        <ButtonLink href={urls.myServices} variant="default">
          {t('form.back')}
        </ButtonLink>
      }
    >
      <What form={form} trades={trades} />
      <PhotosFields form={form} most={most} hint={t('form.photosHint', { count: most })} />
      <Terms form={form} />
      <PackagesFields form={form} />
      <QuestionsFields form={form} />
      <Greeting form={form} />
    </Form>
  );
}

function What({ form, trades }: FieldsProps & { trades: string[] }) {
  const { t } = useTranslation('services');
  const known = (useTrades().data ?? []).filter(({ slug }) => trades.includes(slug));
  return (
    <Fieldset legend={t('form.what')}>
      <TextInput
        label={t('form.title')}
        description={t('form.titleHint')}
        maxLength={100}
        {...form.field('title')}
      />
      <TradeSelect label={t('form.trade')} options={known} {...form.field('trade')} />
      <Textarea
        label={t('form.description')}
        description={t('form.descriptionHint')}
        autosize
        minRows={6}
        maxLength={4000}
        {...form.field('description')}
      />
    </Fieldset>
  );
}

function Terms({ form }: FieldsProps) {
  const { t } = useTranslation('services');
  return (
    <Fieldset legend={t('form.terms')}>
      <FieldRow>
        <MoneyInput label={t('form.priceFrom')} {...form.field('price_from')} />
        <DaysInput {...form.field('delivery_days')} />
      </FieldRow>
      <RevisionsFields form={form} path="" unlimited={form.form.getValues().unlimited_revisions} />
    </Fieldset>
  );
}

export function DaysInput(props: object) {
  const { t } = useTranslation('services');
  return (
    <NumberInput
      label={t('form.days')}
      min={1}
      max={365}
      allowDecimal={false}
      clampBehavior="none"
      hideControls
      {...props}
    />
  );
}

interface RevisionsFieldsProps extends FieldsProps {
  /** Before the names of its fields: « packages.0. ». */
  path: string;
  unlimited: boolean;
}

/** Left empty it is what the instance gives; unlimited is an explicit choice. */
export function RevisionsFields({ form, path, unlimited }: RevisionsFieldsProps) {
  const { t } = useTranslation('services');
  const optional = useOptionalLabel();
  const usual = useSettings().data?.revisions ?? 1;
  return (
    <>
      {!unlimited && (
        <NumberInput
          label={optional(t('form.revisions'))}
          description={t('form.revisionsHint', { count: usual })}
          min={0}
          max={20}
          allowDecimal={false}
          clampBehavior="none"
          hideControls
          {...form.field(`${path}revisions`)}
        />
      )}
      <Checkbox
        label={t('form.unlimited')}
        {...form.form.getInputProps(`${path}unlimited_revisions`, { type: 'checkbox' })}
      />
    </>
  );
}

function Greeting({ form }: FieldsProps) {
  const { t } = useTranslation('services');
  const optional = useOptionalLabel();
  return (
    <Fieldset legend={t('form.greeting')}>
      <Textarea
        label={optional(t('form.greetingLabel'))}
        description={t('form.greetingHint')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.field('greeting')}
      />
    </Fieldset>
  );
}
