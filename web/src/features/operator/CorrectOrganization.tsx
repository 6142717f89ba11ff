// Correcting what an organization is before the law, with the numbers that go with it (S1-002).
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { ActModal } from '@/ui/ActModal';
import { useActs, type Operated } from './queries';
import { LEGAL_KINDS, type OrganizationKind } from './words';

export function CorrectOrganization({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  return (
    <ActModal label={t('correction.open')} title={t('correction.title')}>
      {(close) => <CorrectionForm operated={operated} onDone={close} />}
    </ActModal>
  );
}

function CorrectionForm({ operated, onDone }: { operated: Operated; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const { correct } = useActs();
  const { organization, version } = operated;
  const form = useApiForm({
    initialValues: {
      legal_kind: organization.legal_kind,
      siret: organization.siret ?? '',
      vat_exempt: organization.vat_exempt,
      vat_number: organization.vat_number ?? '',
    },
    send: (values) => correct(organization.id, version, values),
    onDone: () => {
      toast.done(t('correction.done'));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('correction.submit')} note={t('correction.note')}>
      <Select
        label={t('sheet.legalKind')}
        allowDeselect={false}
        data={LEGAL_KINDS[organization.kind as OrganizationKind].map((value) => ({
          value,
          label: t(`legalKinds.${value}`),
        }))}
        {...form.field('legal_kind')}
      />
      <TextInput
        label={t('sheet.siret')}
        description={t('correction.siretHint')}
        inputMode="numeric"
        autoComplete="off"
        {...form.field('siret')}
      />
      <Checkbox
        label={t('sheet.vatExempt')}
        {...form.form.getInputProps('vat_exempt', { type: 'checkbox' })}
      />
      {!form.form.getValues().vat_exempt && (
        <TextInput
          label={t('sheet.vatNumber')}
          description={t('correction.vatHint')}
          autoComplete="off"
          {...form.field('vat_number')}
        />
      )}
    </Form>
  );
}
