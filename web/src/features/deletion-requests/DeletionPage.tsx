// « SUPPRIMER MON COMPTE »: the warning first, then a request that a person handles (S1-021, S1-022).
import { Checkbox, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useApiForm } from '@/api/useApiForm';
import { formatDate } from '@/lib/dates';
import { ActButton } from '@/ui/ActButton';
import { Form, useOptionalLabel } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';

type DeletionRequest = components['schemas']['DeletionRequestView'];

const requestsKey = ['deletion-requests'];

export default function DeletionPage() {
  const { t } = useTranslation('deletion-requests');
  const requests = useQuery({
    queryKey: requestsKey,
    queryFn: () => unwrap(api.GET('/v1/deletion-requests')),
  });
  return (
    <Page width="form">
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryState query={requests}>
        {({ items }) => {
          const open = items.find(({ state }) => state === 'open');
          return (
            <>
              {open ? <OpenRequest request={open} /> : <RequestForm />}
              <History requests={items.filter(({ state }) => state !== 'open')} />
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}

function Warning() {
  const { t } = useTranslation('deletion-requests');
  const warnings = t('warnings', { returnObjects: true });
  return (
    <Notice tone="caution" title={t('warningTitle')}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

function RequestForm() {
  const { t } = useTranslation('deletion-requests');
  const optional = useOptionalLabel();
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: { understood: false, reason: '' },
    validate: ({ understood }) => (understood ? {} : { understood: t('mustTick') }),
    send: (body) => unwrap(api.POST('/v1/deletion-requests', { body })),
    onDone: async () => {
      toast.done(t('done'));
      await client.invalidateQueries({ queryKey: requestsKey });
    },
  });
  return (
    <>
      <Warning />
      <Form form={form} submitLabel={t('submit')} danger>
        <Textarea label={optional(t('reason'))} autosize minRows={3} {...form.field('reason')} />
        <Checkbox
          label={t('understood')}
          {...form.form.getInputProps('understood', { type: 'checkbox' })}
        />
      </Form>
    </>
  );
}

function OpenRequest({ request }: { request: DeletionRequest }) {
  const { t } = useTranslation('deletion-requests');
  const locale = useLocale();
  const client = useQueryClient();
  async function withdraw() {
    const path = { id: request.id };
    await api.POST('/v1/deletion-requests/{id}/withdraw', { params: { path } });
    toast.done(t('withdrawn'));
    await client.invalidateQueries({ queryKey: requestsKey });
  }
  const dates = {
    requested: formatDate(request.requested_at, locale),
    due: formatDate(request.due_at, locale),
  };
  return (
    <Notice
      title={t('open')}
      action={
        request.actions.includes('withdraw') && (
          <ActButton variant="filled" onAct={withdraw}>
            {t('withdraw')}
          </ActButton>
        )
      }
    >
      {t('openText', dates)}
    </Notice>
  );
}

function History({ requests }: { requests: DeletionRequest[] }) {
  const { t } = useTranslation('deletion-requests');
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <Section title={t('history')}>
      <Rows>
        {requests.map((request) => (
          <Row
            key={request.id}
            title={formatDate(request.requested_at, locale)}
            facts={[t(`states.${request.state as 'open'}`)]}
          />
        ))}
      </Rows>
    </Section>
  );
}
