// Closing an organization without notice (S1-024): the consequences first, then the reason for the log.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { ActModal, Consequences } from '@/ui/ActModal';
import { useActs, type Operated } from './queries';

export function CloseOrganization({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  const { name } = operated.organization;
  return (
    <ActModal label={t('closing.open')} title={t('closing.question', { name })}>
      {(close) => <ClosingForm operated={operated} onDone={close} />}
    </ActModal>
  );
}

function ClosingForm({ operated, onDone }: { operated: Operated; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const acts = useActs();
  const { id, kind, name } = operated.organization;
  const form = useApiForm({
    initialValues: { reason: '' },
    send: (body) => acts.close(id, body),
    onDone: () => {
      toast.done(t('closing.done', { name }));
      onDone();
    },
  });
  const inWork = operated.lots_in_work;
  return (
    <Form form={form} submitLabel={t('closing.submit')} danger>
      <Consequences
        items={[
          t('closing.people', { count: operated.accounts.length }),
          kind === 'client' ? t('closing.tenders') : t('closing.offers'),
          ...(inWork > 0 ? [t('closing.inWork', { count: inWork })] : []),
          t('closing.final'),
        ]}
      />
      <Textarea
        label={t('closing.reason')}
        description={t('closing.reasonHint')}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.field('reason')}
      />
    </Form>
  );
}
