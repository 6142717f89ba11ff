// What the provider needs to begin: the client answers, and the work starts (S2-042).
import { useSides } from '@/app/sides';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form, useOptionalLabel } from '@/ui/Form';
import { Section } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { useOrderChanges, type Order } from './queries';

interface Values extends Record<string, unknown> {
  answers: string[];
}

export function RequirementsForm({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const optional = useOptionalLabel();
  const { giveRequirements } = useOrderChanges();
  const form = useApiForm<Values, Order>({
    initialValues: { answers: order.questions.map(() => '') },
    validate: ({ answers }) =>
      Object.fromEntries(
        order.questions.flatMap(({ mandatory }, index) =>
          mandatory && !answers[index]?.trim() ? [[`answers.${index}`, t('missing')]] : [],
        ),
      ),
    send: ({ answers }) => giveRequirements(order.id, answers),
    onDone: () => toast.done(t('requirements.done', { name })),
  });
  return (
    <Section title={t('requirements.title')} lead={t('requirements.lead', { name })}>
      <Form form={form} submitLabel={t('requirements.submit')} note={t('requirements.note')}>
        {order.questions.map(({ text, mandatory }, index) => (
          <Textarea
            key={index}
            label={mandatory ? text : optional(text)}
            autosize
            minRows={2}
            maxRows={12}
            maxLength={4000}
            {...form.field(`answers.${index}`)}
          />
        ))}
      </Form>
    </Section>
  );
}
