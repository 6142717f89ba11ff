// What a provider writes: applying for the first time, and every revision after.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { newLine } from '@/lib/lines';
import { DateInput } from '@/ui/DateInput';
import { Fieldset, useOptionalLabel } from '@/ui/Form';
import { LinesFields } from '@/ui/LinesFields';
import type { OfferForm } from './terms';

interface OfferFieldsProps {
  form: ApiForm<OfferForm>;
  exempt: boolean;
  /** The event's day, after which no offer holds. */
  eventDay: string | null | undefined;
}

export function OfferFields({ form, exempt, eventDay }: OfferFieldsProps) {
  const { t } = useTranslation('offers');
  const optional = useOptionalLabel();
  const { lines } = form.form.getValues();
  return (
    <>
      <Fieldset legend={t('form.messages')}>
        <Textarea
          label={t('form.publicMessage')}
          description={t('form.publicHint')}
          autosize
          minRows={4}
          maxRows={20}
          maxLength={4000}
          {...form.field('public_message')}
        />
        <Textarea
          label={optional(t('form.privateMessage'))}
          description={t('form.privateHint')}
          autosize
          minRows={3}
          maxRows={20}
          maxLength={4000}
          {...form.field('private_message')}
        />
      </Fieldset>
      <Fieldset legend={t('form.price')} hint={exempt ? t('form.exempt') : t('form.priceHint')}>
        <LinesFields
          lines={lines}
          field={(index, name) => form.field(`lines.${index}.${name}`)}
          error={(index) => form.form.errors[index === undefined ? 'lines' : `lines.${index}`]}
          onAdd={() => form.form.insertListItem('lines', newLine('1', lines.at(-1)?.vat_rate))}
          onRemove={(index) => form.form.removeListItem('lines', index)}
          exempt={exempt}
        />
      </Fieldset>
      <Fieldset legend={t('form.validity')}>
        <DateInput
          label={optional(t('form.expiresOn'))}
          description={t('form.expiresHint')}
          clearable
          maw="16rem"
          minDate={new Intl.DateTimeFormat('sv-SE').format(new Date())}
          maxDate={eventDay ?? undefined}
          {...form.field('expires_on')}
        />
      </Fieldset>
    </>
  );
}
