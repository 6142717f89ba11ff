// « Mot de passe oublié »: the answer is the same whether the pair is known or not (S1-020).
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';

export default function ForgottenPage() {
  const { t } = useTranslation('passwords');
  const [sent, setSent] = useState(false);
  const form = useApiForm({
    initialValues: { handle: '', email: '' },
    send: (body) => unwrap(api.POST('/v1/password-resets', { body })),
    onDone: () => setSent(true),
  });
  const back = <Link href={urls.signIn()}>{t('forgotten.back')}</Link>;
  if (sent) {
    return (
      <>
        <PageHeader title={t('forgotten.sentTitle')} lead={t('forgotten.sent')} />
        {back}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t('forgotten.title')}
        description={t('forgotten.description')}
        lead={t('forgotten.lead')}
      />
      <Form form={form} submitLabel={t('forgotten.submit')} others={back}>
        <TextInput
          label={t('forgotten.handle')}
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          {...form.field('handle')}
        />
        <TextInput
          label={t('forgotten.email')}
          type="email"
          autoComplete="email"
          {...form.field('email')}
        />
      </Form>
    </>
  );
}
