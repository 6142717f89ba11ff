// The form of an offer beside what its reader will see of it; the same for a first version and for the next.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { keepDraft, readDraft } from '@/lib/drafts';
import { Form } from '@/ui/Form';
import { Columns } from '@/ui/Page';
import { useDraftName, useKept } from './drafts';
import { missingIn, withDraft, type CustomOfferForm, type TermsKind } from './form';
import { OfferFields } from './OfferFields';
import type { CustomOffer } from './queries';
import { Summary } from './Summary';

interface OfferFormProps {
  /** What its draft is kept under: the conversation, or the offer and its version. */
  about: string;
  begin: () => CustomOfferForm;
  kinds: readonly TermsKind[];
  exempt: boolean;
  /** Who will read it. */
  name: string;
  submitLabel: string;
  send: (values: CustomOfferForm, key: string) => Promise<CustomOffer>;
  onDone: (offer: CustomOffer) => void;
  others: ReactNode;
}

export function OfferForm(props: OfferFormProps) {
  const { t } = useTranslation('custom-offers');
  const draft = useDraftName(props.about);
  const [initial] = useState(() => withDraft(props.begin(), readDraft(draft)));
  const form = useApiForm<CustomOfferForm, CustomOffer>({
    initialValues: initial,
    validate: (values) =>
      Object.fromEntries(missingIn(values).map((field) => [field, t('form.missing')])),
    send: props.send,
    onDone: (offer) => {
      keepDraft(draft, '');
      props.onDone(offer);
    },
  });
  const { values } = form.form;
  useKept(draft, values);
  return (
    <Columns aside={<Summary values={values} name={props.name} />}>
      <Form
        form={form}
        submitLabel={props.submitLabel}
        problemTitle={t('create.failed')}
        note={`${t('create.note', { name: props.name })} ${t('create.draft')}`}
        others={props.others}
      >
        <OfferFields form={form} exempt={props.exempt} kinds={props.kinds} />
      </Form>
    </Columns>
  );
}
