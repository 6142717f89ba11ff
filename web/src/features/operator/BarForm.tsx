// Barring an identifier for good (S1-023): on the list of bars, or beside the account it concerns.
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useActs } from './queries';
import { BAR_KINDS, type BarKind } from './words';

interface BarFormProps {
  /** What is to be barred, when that is known. */
  given?: { kind: BarKind; value: string };
  onDone: () => void;
}

export function BarForm({ given, onDone }: BarFormProps) {
  const { t } = useTranslation('operator');
  const { bar } = useActs();
  const form = useApiForm({
    initialValues: { kind: given?.kind ?? 'email', value: given?.value ?? '', reason: '' },
    send: bar,
    onDone: ({ value }) => {
      toast.done(t('bars.done', { value }));
      onDone();
    },
  });
  const kind = form.form.getValues().kind as BarKind;
  return (
    <Form form={form} submitLabel={t('bars.submit')} note={t('bars.note')} danger>
      <Select
        label={t('bars.kind')}
        allowDeselect={false}
        data={BAR_KINDS.map((value) => ({ value, label: t(`barKinds.${value}`) }))}
        {...form.field('kind')}
      />
      <TextInput
        label={t('bars.value')}
        description={t(`barHints.${kind}`)}
        autoComplete="off"
        {...form.field('value')}
      />
      <Textarea
        label={t('bars.reason')}
        description={t('bars.reasonHint')}
        autosize
        minRows={2}
        {...form.field('reason')}
      />
    </Form>
  );
}
