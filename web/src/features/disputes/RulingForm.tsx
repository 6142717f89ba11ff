// The operator's ruling: a way out, and why; both sides read it.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useDisputeChanges, type Dispute } from './queries';
import { isDrafted } from './standing';
import { halves, WayOutFields, wayOutInput, type WayOutForm } from './WayOutFields';

interface Values extends Record<string, unknown> {
  way_out: WayOutForm;
  ruling: string;
}

interface RulingFormProps {
  dispute: Dispute;
  onDone: () => void;
}

export function RulingForm({ dispute, onDone }: RulingFormProps) {
  const { t } = useTranslation('disputes');
  const { rule } = useDisputeChanges(dispute.id);
  const form = useApiForm<Values, Dispute>({
    initialValues: { way_out: halves(dispute), ruling: '' },
    validate: ({ ruling }) => (ruling.trim() ? {} : { ruling: t('missing') }),
    send: ({ way_out, ruling }, key) => rule(wayOutInput(way_out), ruling, key),
    onDone: (ruled) => {
      toast.done(t(isDrafted(ruled) ? 'rule.drafted' : 'rule.done'));
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('rule.submit')}
      problemTitle={t('notSent')}
      note={t(dispute.draft ? 'rule.noteAnew' : 'rule.note')}
    >
      <WayOutFields
        dispute={dispute}
        values={form.form.values.way_out}
        field={(name) => form.field(`way_out.${name}`) as object}
      />
      <Textarea
        label={t('rule.text')}
        description={t('rule.textHint')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        {...form.field('ruling')}
      />
    </Form>
  );
}
