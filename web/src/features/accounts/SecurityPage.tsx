// The password, and the browsers where the account is open.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useApiForm } from '@/api/useApiForm';
import { ActButton } from '@/ui/ActButton';
import { Form } from '@/ui/Form';
import { Page, PageHeader, Section } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { Row, Rows } from '@/ui/Rows';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { RelativeTime } from '@/ui/values';
import { browserName } from './browser';

const sessionsKey = ['sessions'];

export default function SecurityPage() {
  const { t } = useTranslation('accounts');
  return (
    <Page width="form">
      <PageHeader title={t('security.title')} />
      <Section title={t('security.password')}>
        <PasswordForm />
      </Section>
      <Section title={t('security.sessions')} lead={t('security.sessionsLead')}>
        <Sessions />
      </Section>
    </Page>
  );
}

function PasswordForm() {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: { current: '', new: '' },
    send: (body) => api.POST('/v1/me/password', { body }),
    onDone: async () => {
      form.form.reset();
      toast.done(t('security.done'));
      await client.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  return (
    <Form form={form} submitLabel={t('security.submit')}>
      <PasswordField
        label={t('security.current')}
        autoComplete="current-password"
        {...form.field('current')}
      />
      <PasswordField
        label={t('security.next')}
        description={t('security.nextHint')}
        autoComplete="new-password"
        {...form.field('new')}
      />
    </Form>
  );
}

function Sessions() {
  const { t } = useTranslation('accounts');
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: () => unwrap(api.GET('/v1/sessions')),
  });
  return (
    <QueryState query={sessions} waiting={<RowsSkeleton count={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('security.none')}</p>
        ) : (
          <Rows>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        )
      }
    </QueryState>
  );
}

function SessionRow({ session }: { session: components['schemas']['SessionView'] }) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  async function end() {
    await api.DELETE('/v1/sessions/{id}', { params: { path: { id: session.id } } });
    toast.done(t('security.ended'));
    await client.invalidateQueries({ queryKey: sessionsKey });
  }
  return (
    <Row
      title={browserName(session.user_agent) ?? t('security.unknownBrowser')}
      facts={[
        session.ip,
        <>
          {t('security.opened')} <RelativeTime value={session.created_at} />
        </>,
        <>
          {t('security.seen')} <RelativeTime value={session.last_seen_at} />
        </>,
      ]}
      status={session.current && <StatusBadge tone="positive">{t('security.thisOne')}</StatusBadge>}
      actions={
        !session.current && (
          <ActButton size="compact-md" onAct={end}>
            {t('security.end')}
          </ActButton>
        )
      }
    />
  );
}
