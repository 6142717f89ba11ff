// Keys for programs: made, shown once, revoked.
import { Button, Checkbox, CopyButton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useApiForm } from '@/api/useApiForm';
import { urls } from '@/lib/urls';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, QueryState, RowsSkeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { RelativeTime } from '@/ui/values';

const keysKey = ['api-keys'];

export default function ApiKeysPage() {
  const { t } = useTranslation('api-keys');
  const [made, setMade] = useState<string | null>(null);
  return (
    <Page width="form">
      <PageHeader
        title={t('title')}
        lead={
          <>
            {t('lead')} <Link href={urls.docs}>{t('docs')}</Link>
          </>
        }
      />
      {made && <MadeKey value={made} />}
      <Section title={t('new')}>
        <NewKeyForm onMade={setMade} />
      </Section>
      <Section title={t('list')}>
        <Keys />
      </Section>
    </Page>
  );
}

function MadeKey({ value }: { value: string }) {
  const { t } = useTranslation('api-keys');
  return (
    <Notice
      tone="caution"
      title={t('made')}
      action={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      }
    >
      <p>{t('madeText')}</p>
      <p style={{ overflowWrap: 'anywhere' }}>
        <code>{value}</code>
      </p>
    </Notice>
  );
}

function NewKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const { t } = useTranslation('api-keys');
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: { name: '', scopes: ['read'] },
    send: (body) => unwrap(api.POST('/v1/api-keys', { body })),
    onDone: async ({ key }) => {
      if (key) onMade(key);
      form.form.reset();
      await client.invalidateQueries({ queryKey: keysKey });
    },
  });
  return (
    <Form form={form} submitLabel={t('submit')}>
      <TextInput label={t('name')} description={t('nameHint')} {...form.field('name')} />
      <Checkbox.Group label={t('scopes')} {...form.field('scopes')}>
        {(['read', 'write'] as const).map((scope) => (
          <Checkbox key={scope} value={scope} label={t(`scopeNames.${scope}`)} mt="xs" />
        ))}
      </Checkbox.Group>
    </Form>
  );
}

function Keys() {
  const { t } = useTranslation('api-keys');
  const keys = useQuery({ queryKey: keysKey, queryFn: () => unwrap(api.GET('/v1/api-keys')) });
  return (
    <QueryState query={keys} waiting={<RowsSkeleton count={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('empty')} drawing="key">
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <Rows>
            {items.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </Rows>
        )
      }
    </QueryState>
  );
}

function KeyRow({ apiKey }: { apiKey: components['schemas']['ApiKeyView'] }) {
  const { t } = useTranslation('api-keys');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  async function revoke() {
    await api.DELETE('/v1/api-keys/{id}', { params: { path: { id: apiKey.id } } });
    toast.done(t('revoked'));
    await client.invalidateQueries({ queryKey: keysKey });
  }
  return (
    <>
      <Row
        title={apiKey.name}
        facts={[
          <code key="hint">{apiKey.hint}…</code>,
          apiKey.scopes.map((scope) => t(`scopeNames.${scope as 'read'}`)).join(', '),
          <span key="created">
            {t('created')} <RelativeTime value={apiKey.created_at} />
          </span>,
          apiKey.last_used_at ? (
            <span key="used">
              {t('used')} <RelativeTime value={apiKey.last_used_at} />
            </span>
          ) : (
            t('never')
          ),
        ]}
        actions={
          <Button variant="default" size="compact-md" onClick={() => setAsked(true)}>
            {t('revoke')}
          </Button>
        }
      />
      <ConfirmModal
        danger
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('revokeTitle', { name: apiKey.name })}
        consequences={[t('revokeText')]}
        confirmLabel={t('revoke')}
        onConfirm={revoke}
      />
    </>
  );
}
