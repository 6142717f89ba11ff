// Signing in with address and password; then back to where the person wanted to go.
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { enter, useLeadOn } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { safeReturn, urls, withReturn } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';

export default function SignInPage() {
  const { t } = useTranslation('sessions');
  const client = useQueryClient();
  const back = useUrlFilters().one('retour');
  useLeadOn(safeReturn(back));
  const form = useApiForm({
    initialValues: { email: '', password: '' },
    send: (body) => unwrap(api.POST('/v1/sessions', { body })),
    onDone: async () => {
      await enter(client);
    },
  });
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Form
        form={form}
        submitLabel={t('submit')}
        others={<Link href={urls.forgottenPassword}>{t('forgotten')}</Link>}
        note={
          <>
            {t('none')} <Link href={withReturn(urls.register, back)}>{t('register')}</Link>
          </>
        }
      >
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          {...form.field('email')}
        />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          {...form.field('password')}
        />
        {form.problem?.code === 'account_not_activated' && (
          <Link href="/activation">{t('notActivated')}</Link>
        )}
      </Form>
    </>
  );
}
