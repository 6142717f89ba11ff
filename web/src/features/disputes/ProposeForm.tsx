// A way out that one side proposes to the other; a new one replaces what was proposed before.
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useNames } from './people';
import { useDisputeChanges, type Dispute } from './queries';
import { halves, WayOutFields, wayOutInput, type WayOutForm } from './WayOutFields';

interface ProposeFormProps {
  dispute: Dispute;
  onDone: () => void;
}

export function ProposeForm({ dispute, onDone }: ProposeFormProps) {
  const { t } = useTranslation('disputes');
  const { propose } = useDisputeChanges(dispute.id);
  const { others: name } = useNames(dispute);
  const form = useApiForm<WayOutForm, Dispute>({
    initialValues: halves(dispute),
    send: (values, key) => propose(wayOutInput(values), key),
    onDone: () => {
      toast.done(t('propose.done', { name }));
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('propose.submit')}
      problemTitle={t('notSent')}
      note={t('propose.note', { name })}
    >
      <WayOutFields dispute={dispute} values={form.form.values} field={form.field} />
    </Form>
  );
}
