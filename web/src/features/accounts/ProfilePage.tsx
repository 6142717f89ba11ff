// « Modifier mon profil »: all but the handle and the kind (S1-018, S1-025).
import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/lib/phone';
import { useApiForm } from '@/api/useApiForm';
import { useMe } from '@/app/session';
import { DataList } from '@/ui/DataList';
import { FieldRow, Form } from '@/ui/Form';
import { Page, PageHeader, Section } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { keepMe, saveMe } from './me';

export default function ProfilePage() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  return (
    <Page width="form">
      <PageHeader title={t('profile.title')} lead={t('profile.lead')} />
      <ProfileForm />
      <Section title={t('profile.fixed')}>
        <DataList
          items={[
            { label: t('profile.handle'), value: me.organization.handle },
            { label: t('profile.email'), value: me.email },
            { label: t('profile.kind'), value: t(`profile.kinds.${me.organization.kind}`) },
            { label: t('profile.role'), value: t(`profile.roles.${me.role as 'owner'}`) },
          ]}
        />
      </Section>
    </Page>
  );
}

function ProfileForm() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: {
      given_name: me.given_name,
      family_name: me.family_name,
      phone: formatPhone(me.phone),
      language: me.language,
    },
    send: (body) => saveMe(me.version, body),
    onDone: (saved) => {
      keepMe(client, saved);
      toast.done(t('profile.done'));
    },
  });
  return (
    <Form form={form} submitLabel={t('profile.submit')}>
      <FieldRow>
        <TextInput
          label={t('profile.givenName')}
          autoComplete="given-name"
          {...form.field('given_name')}
        />
        <TextInput
          label={t('profile.familyName')}
          autoComplete="family-name"
          {...form.field('family_name')}
        />
      </FieldRow>
      <TextInput
        label={t('profile.phone')}
        description={t('profile.phoneHint')}
        type="tel"
        autoComplete="tel"
        {...form.field('phone')}
      />
      <Select
        label={t('profile.language')}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((value) => ({
          value,
          label: t(`profile.languages.${value}`),
        }))}
        {...form.field('language')}
      />
    </Form>
  );
}
