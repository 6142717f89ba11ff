// What a provider writes: an offer for the first time, and every version after.
import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fieldset } from '@/ui/Form';
import { RadioCards } from '@/ui/RadioCards';
import { ConditionsFields } from './ConditionsFields';
import { type FieldsProps } from './fields';
import type { TermsKind } from './form';
import { kindsQuery } from './queries';
import { PaymentFields } from './PaymentFields';
import { ServiceFields } from './ServiceFields';
import { TermsFields } from './TermsFields';

interface OfferFieldsProps extends FieldsProps {
  kinds: readonly TermsKind[];
}

export function OfferFields({ form, exempt, kinds: known }: OfferFieldsProps) {
  const { t } = useTranslation('custom-offers');
  const { service, terms } = form.form.getValues();
  const ofService = useQuery({ ...kindsQuery(service ?? undefined), enabled: Boolean(service) });
  const offered = service ? ofService.data?.kinds : undefined;
  const kinds = known.filter((kind) => kind === terms.kind || !offered || offered.includes(kind));
  return (
    <>
      <Fieldset legend={t('form.what')}>
        <ServiceFields form={form} />
        <TextInput
          label={t('form.title')}
          description={t('form.titleHint')}
          maxLength={100}
          {...form.field('title')}
        />
        <Textarea
          label={t('form.description')}
          description={t('form.descriptionHint')}
          autosize
          minRows={4}
          maxRows={20}
          maxLength={4000}
          {...form.field('description')}
        />
      </Fieldset>
      <Fieldset legend={t('form.kind')}>
        <RadioCards
          label={t('form.kindLabel')}
          {...form.field('terms.kind')}
          choices={kinds.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            description: t(`kindHint.${kind}`),
          }))}
        />
      </Fieldset>
      <Fieldset legend={t('form.price')} hint={t(exempt ? 'form.exempt' : 'form.priceHint')}>
        <TermsFields form={form} exempt={exempt} />
      </Fieldset>
      <ConditionsFields form={form} />
      <PaymentFields form={form} />
    </>
  );
}
