// The mailed link of a forgotten password.
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { toast } from '@/ui/toast';

export default function ResetPage() {
  const { t } = useTranslation('passwords');
  const go = useGo();
  const token = useUrlFilters().one('token') ?? '';
  const form = useApiForm({
    initialValues: { password: '' },
    send: ({ password }) =>
      unwrap(api.POST('/v1/password-resets/confirm', { body: { token, password } })),
    onDone: () => {
      toast.done(t('reset.done'));
      go(urls.signIn(), { replace: true });
    },
  });
  return (
    <>
      <PageHeader title={t('reset.title')} />
      <Form form={form} submitLabel={t('reset.submit')}>
        <PasswordField
          label={t('reset.password')}
          description={t('reset.hint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        {form.problem?.code === 'link_spent' && (
          <Link href={urls.forgottenPassword}>{t('reset.again')}</Link>
        )}
      </Form>
    </>
  );
}
