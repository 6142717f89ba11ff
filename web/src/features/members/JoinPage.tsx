// The mailed invitation: who invites, and what is needed to join.
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import { useApiForm } from '@/api/useApiForm';
import { useSettings } from '@/app/reference';
import { enter } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { FieldRow, Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { RichLine } from '@/ui/RichText';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';

const empty = { given_name: '', family_name: '', phone: '', password: '', accepted: false };

export default function JoinPage() {
  const { t } = useTranslation('members');
  const token = useUrlFilters().one('token') ?? '';
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      unwrap(api.GET('/v1/invitations/by-token/{token}', { params: { path: { token } } })),
    retry: false,
  });
  const { error } = invitation;
  if (error instanceof Problem && error.status >= 400 && error.status < 500) return <Nowhere />;
  return (
    <QueryState page query={invitation}>
      {(data) => (
        <>
          <PageHeader
            title={t('join.title', { organization: data.organization.name })}
            lead={t('join.lead', { person: data.invited_by, email: data.email })}
          />
          <JoinForm token={token} />
        </>
      )}
    </QueryState>
  );
}

/** Spent, withdrawn, or cut short on its way: another try would not mend it. */
function Nowhere() {
  const { t } = useTranslation('members');
  return (
    <>
      <PageHeader title={t('join.nowhere')} lead={t('join.nowhereText')} />
      <p>
        <ButtonLink href={urls.signIn()}>{t('join.signIn')}</ButtonLink>
      </p>
    </>
  );
}

function JoinForm({ token }: { token: string }) {
  const { t, i18n } = useTranslation('members');
  const client = useQueryClient();
  const go = useGo();
  const terms = useSettings().data?.terms_version ?? '';
  const form = useApiForm({
    initialValues: empty,
    validate: ({ accepted }) => (accepted ? {} : { accepted: t('join.termsMissing') }),
    send: ({ accepted, ...rest }) => {
      const terms_version = accepted ? terms : '';
      const body = { ...rest, token, terms_version, language: i18n.language };
      return unwrap(api.POST('/v1/invitations/accept', { body }));
    },
    onDone: async () => {
      await enter(client);
      toast.done(t('join.done'));
      go(urls.dashboard, { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t('join.submit')}>
      <FieldRow>
        <TextInput
          label={t('join.givenName')}
          autoComplete="given-name"
          {...form.field('given_name')}
        />
        <TextInput
          label={t('join.familyName')}
          autoComplete="family-name"
          {...form.field('family_name')}
        />
      </FieldRow>
      <TextInput label={t('join.phone')} type="tel" autoComplete="tel" {...form.field('phone')} />
      <PasswordField
        label={t('join.password')}
        description={t('join.passwordHint')}
        autoComplete="new-password"
        {...form.field('password')}
      />
      <Checkbox
        label={<RichLine text={t('join.terms')} />}
        {...form.form.getInputProps('accepted', { type: 'checkbox' })}
      />
    </Form>
  );
}
