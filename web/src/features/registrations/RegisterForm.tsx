// The registration form of both kinds. What the status makes needless is not asked.
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm, type ApiForm } from '@/api/useApiForm';
import { useSettings } from '@/app/reference';
import { useLeadOn } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { safeReturn } from '@/lib/urls';
import { FieldRow, Fieldset, Form, useOptionalLabel } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { RichLine } from '@/ui/RichText';
import { ActivityFields } from './ActivityFields';
import {
  bodyOf,
  clientKinds,
  emptyValues,
  isCesu,
  providerKinds,
  type Kind,
  type Values,
} from './form';
import { SentState } from './SentState';

export function RegisterForm({ kind }: { kind: Kind }) {
  const { t, i18n } = useTranslation('registrations');
  const back = useUrlFilters().one('retour');
  useLeadOn(safeReturn(back));
  const terms = useSettings().data?.terms_version ?? '';
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useApiForm({
    initialValues: emptyValues,
    validate: (values) => (values.accepted ? {} : { accepted: t('termsMissing') }),
    send: (values) =>
      unwrap(
        api.POST('/v1/registrations', {
          body: {
            ...bodyOf(kind, values, i18n.language, terms),
            back: back ? safeReturn(back) : null,
          },
        }),
      ),
    onDone: ({ email }) => {
      setSentTo(email);
      window.scrollTo({ top: 0 });
    },
  });
  if (sentTo) return <SentState email={sentTo} back={back} />;
  return (
    <>
      <PageHeader
        title={t(`${kind}.title`)}
        description={t(`${kind}.description`)}
        lead={t(`${kind}.description`)}
      />
      <Form form={form} submitLabel={t('submit')} note={t('free')}>
        <PersonFields form={form} />
        <OrganizationFields form={form} kind={kind} />
        {kind === 'provider' && <ActivityFields form={form} />}
        <AccessFields form={form} />
        <Checkbox
          label={<RichLine text={t('terms')} />}
          {...form.form.getInputProps('accepted', { type: 'checkbox' })}
        />
      </Form>
    </>
  );
}

function PersonFields({ form }: { form: ApiForm<Values> }) {
  const { t } = useTranslation('registrations');
  return (
    <Fieldset legend={t('you')}>
      <FieldRow>
        <TextInput label={t('givenName')} autoComplete="given-name" {...form.field('given_name')} />
        <TextInput
          label={t('familyName')}
          autoComplete="family-name"
          {...form.field('family_name')}
        />
      </FieldRow>
      <TextInput
        label={t('phone')}
        description={t('phoneHint')}
        type="tel"
        autoComplete="tel"
        {...form.field('phone')}
      />
    </Fieldset>
  );
}

function OrganizationFields({ form, kind }: { form: ApiForm<Values>; kind: Kind }) {
  const { t } = useTranslation('registrations');
  const values = form.form.getValues();
  const alone = values.legal_kind === 'private_person' || isCesu(values);
  return (
    <Fieldset legend={t('organization')}>
      <LegalKindFields form={form} kind={kind} />
      {!alone && (
        <TextInput
          label={kind === 'provider' ? t('providerName') : t('name')}
          autoComplete="organization"
          {...form.field('name')}
        />
      )}
      {!alone && <NumberFields form={form} kind={kind} />}
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

function LegalKindFields({ form, kind }: { form: ApiForm<Values>; kind: Kind }) {
  const { t } = useTranslation('registrations');
  const cesuAllowed = useSettings().data?.cesu_allowed ?? false;
  const cesu = isCesu(form.form.getValues());
  const kinds = kind === 'provider' ? providerKinds : clientKinds;
  return (
    <>
      {!cesu && (
        <Select
          label={t('legalKind')}
          placeholder={t('choose')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`legalKinds.${value}`) }))}
          {...form.field('legal_kind')}
        />
      )}
      {kind === 'provider' && form.form.getValues().legal_kind === 'private_person' && (
        <Notice tone="caution">{t('privateProvider')}</Notice>
      )}
      {kind === 'provider' && cesuAllowed && (
        <Checkbox
          label={t('notCompany')}
          description={t('notCompanyHint')}
          checked={cesu}
          onChange={(event) =>
            form.form.setFieldValue('legal_kind', event.currentTarget.checked ? 'cesu' : '')
          }
        />
      )}
    </>
  );
}

function NumberFields({ form, kind }: { form: ApiForm<Values>; kind: Kind }) {
  const { t } = useTranslation('registrations');
  const optional = useOptionalLabel();
  const exempt = form.form.getValues().vat_exempt;
  if (kind === 'client') {
    return <TextInput label={optional(t('siret'))} inputMode="numeric" {...form.field('siret')} />;
  }
  return (
    <>
      <TextInput label={t('siret')} inputMode="numeric" {...form.field('siret')} />
      <Checkbox
        label={t('vatExempt')}
        {...form.form.getInputProps('vat_exempt', { type: 'checkbox' })}
      />
      {!exempt && <TextInput label={t('vatNumber')} {...form.field('vat_number')} />}
    </>
  );
}

function AccessFields({ form }: { form: ApiForm<Values> }) {
  const { t } = useTranslation('registrations');
  return (
    <Fieldset legend={t('access')}>
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        type="email"
        autoComplete="email"
        {...form.field('email')}
      />
      <PasswordField
        label={t('password')}
        description={t('passwordHint')}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <TextInput
        label={t('handle')}
        description={t('handleHint')}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        {...form.field('handle')}
      />
    </Fieldset>
  );
}
