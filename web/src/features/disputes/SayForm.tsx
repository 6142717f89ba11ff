// A message in the dispute: the other side reads it, and the operator once it was called.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm, type ApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { useDisputeChanges, type Dispute } from './queries';

interface Values extends Record<string, unknown> {
  text: string;
}

export function SayForm({ id }: Pick<Dispute, 'id'>) {
  const { t } = useTranslation('disputes');
  const { say } = useDisputeChanges(id);
  const form: ApiForm<Values> = useApiForm<Values, Dispute>({
    initialValues: { text: '' },
    validate: ({ text }) => (text.trim() ? {} : { text: t('missing') }),
    send: ({ text }, key) => say(text, key),
    onDone: () => form.form.setValues({ text: '' }),
  });
  return (
    <Form form={form} submitLabel={t('say.submit')} problemTitle={t('notSent')} quiet>
      <Textarea
        label={t('say.label')}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={4000}
        {...form.field('text')}
      />
    </Form>
  );
}
