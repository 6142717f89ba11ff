// « Alertes E-mail »: two independent boxes, and a warning before a provider goes without tenders
// (S1-170, S1-171, S1-172).
import { Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useMe } from '@/app/session';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { keepMe, saveMe } from './me';

export default function AlertsPage() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const client = useQueryClient();
  const provider = me.organization.kind === 'provider';
  const form = useApiForm({
    initialValues: { tenders: me.alerts.tenders, messages: me.alerts.messages },
    send: (alerts) => saveMe(me.version, { alerts }),
    onDone: (saved) => {
      keepMe(client, saved);
      toast.done(t('alerts.done'));
    },
  });
  const unticked = !form.form.getValues().tenders;
  return (
    <Page width="form">
      <PageHeader title={t('alerts.title')} lead={t('alerts.lead')} />
      <Form form={form} submitLabel={t('alerts.submit')}>
        <Checkbox
          label={t('alerts.tenders')}
          description={provider ? t('alerts.tendersHint') : t('alerts.tendersHintClient')}
          {...form.form.getInputProps('tenders', { type: 'checkbox' })}
        />
        {provider && unticked && <Notice tone="caution">{t('alerts.tendersWarning')}</Notice>}
        <Checkbox
          label={t('alerts.messages')}
          description={t('alerts.messagesHint')}
          {...form.form.getInputProps('messages', { type: 'checkbox' })}
        />
      </Form>
    </Page>
  );
}
