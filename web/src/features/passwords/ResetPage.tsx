// The mailed link of a forgotten password. An address without its token asks for a new link.
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
import ForgottenPage from './ForgottenPage';

export default function ResetPage() {
  const token = useUrlFilters().one('token');
  return token ? <NewPassword token={token} /> : <ForgottenPage />;
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation('passwords');
  const go = useGo();
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
