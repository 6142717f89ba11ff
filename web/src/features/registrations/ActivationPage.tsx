// The mailed link: it opens the account and signs in, once (S1-007, S1-009).
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { enter } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { PageHeader } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { SentState } from './SentState';

export default function ActivationPage() {
  const { t } = useTranslation('registrations');
  const token = useUrlFilters().one('token') ?? '';
  const refusal = useActivation(token);
  if (!refusal) return <PageHeader title={t('activation.title')} lead={t('activation.working')} />;
  return (
    <>
      <PageHeader title={t('activation.failed')} lead={refusal} />
      <ResendForm />
    </>
  );
}

/** Spends the link; tells the refusal, or nothing while it works. */
function useActivation(token: string): string | null {
  const { t } = useTranslation('registrations');
  const client = useQueryClient();
  const go = useGo();
  const spent = useRef('');
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!token || spent.current === token) return;
    spent.current = token;
    unwrap(api.POST('/v1/activations', { body: { token } }))
      .then(() => enter(client))
      .then((me) => {
        toast.done(t('activation.done'));
        go(me?.organization.kind === 'client' ? urls.newEvent() : urls.dashboard, {
          replace: true,
        });
      })
      .catch((error: Error) => setRefusal(error.message));
  }, [token, client, go, t]);
  return token ? refusal : t('activation.incomplete');
}

function ResendForm() {
  const { t } = useTranslation('registrations');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useApiForm({
    initialValues: { email: '' },
    send: (body) => unwrap(api.POST('/v1/activations/resend', { body })),
    onDone: ({ email }) => setSentTo(email),
  });
  if (sentTo) return <SentState email={sentTo} />;
  return (
    <Form form={form} submitLabel={t('activation.resend')}>
      <TextInput label={t('email')} type="email" autoComplete="email" {...form.field('email')} />
    </Form>
  );
}
