// The mailed link: it opens the account and signs in, once (S1-007, S1-009).
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { enter } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { safeReturn, urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { PageHeader } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { SentState } from './SentState';

export default function ActivationPage() {
  const { t } = useTranslation('registrations');
  const filters = useUrlFilters();
  const back = filters.one('retour');
  const refusal = useActivation(filters.one('token') ?? '', back);
  if (!refusal) return <PageHeader title={t('activation.title')} lead={t('activation.working')} />;
  return (
    <>
      <PageHeader title={t('activation.failed')} lead={refusal} />
      <ResendForm back={back} />
    </>
  );
}

/** Spends the link; tells the refusal, or nothing while it works. */
function useActivation(token: string, back: string | undefined): string | null {
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
        const first = me?.organization.kind === 'client' ? urls.newEvent() : urls.dashboard;
        go(back ? safeReturn(back) : first, { replace: true });
      })
      .catch((error: Error) => setRefusal(error.message));
  }, [token, back, client, go, t]);
  return token ? refusal : t('activation.incomplete');
}

function ResendForm({ back }: { back: string | undefined }) {
  const { t } = useTranslation('registrations');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useApiForm({
    initialValues: { email: '' },
    send: ({ email }) =>
      unwrap(
        api.POST('/v1/activations/resend', {
          body: { email, back: back ? safeReturn(back) : null },
        }),
      ),
    onDone: ({ email }) => setSentTo(email),
  });
  if (sentTo) return <SentState email={sentTo} back={back} />;
  return (
    <Form form={form} submitLabel={t('activation.resend')}>
      <TextInput label={t('email')} type="email" autoComplete="email" {...form.field('email')} />
    </Form>
  );
}
