// An act that needs words: what is delivered, what is to be changed.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import type { Order } from './queries';

interface SayFormProps {
  label: string;
  hint: string;
  submitLabel: string;
  note: string;
  send: (message: string, key: string) => Promise<Order>;
  onDone: () => void;
}

interface Values extends Record<string, unknown> {
  message: string;
}

export function SayForm(props: SayFormProps) {
  const { t } = useTranslation('orders');
  const form = useApiForm<Values, Order>({
    initialValues: { message: '' },
    validate: ({ message }) => (message.trim() ? {} : { message: t('missing') }),
    send: ({ message }, key) => props.send(message, key),
    onDone: props.onDone,
  });
  return (
    <Form form={form} submitLabel={props.submitLabel} problemTitle={t('notDone')} note={props.note}>
      <Textarea
        label={props.label}
        description={props.hint}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        {...form.field('message')}
      />
    </Form>
  );
}
