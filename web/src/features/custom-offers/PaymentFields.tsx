// How it is paid: directly between the two, or through the platform, which holds the money until the delivery
// is accepted; and until when the offer holds.
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { DateInput } from '@/ui/DateInput';
import { Fieldset, useOptionalLabel } from '@/ui/Form';
import { RadioCards } from '@/ui/RadioCards';
import { WHOLE, type FieldsProps } from './fields';
import { isHeld, SETTLEMENTS } from './form';
import classes from './PaymentFields.module.css';

type Props = Pick<FieldsProps, 'form'>;

export function PaymentFields({ form }: Props) {
  const { t } = useTranslation('custom-offers');
  const optional = useOptionalLabel();
  const days = useSettings().data?.quote_days ?? 0;
  return (
    <Fieldset legend={t('form.payment')}>
      <SettlementFields form={form} />
      {!isHeld(form.form.getValues()) && (
        <NumberInput
          label={optional(t('form.deposit'))}
          description={t('form.depositHint')}
          maw="20rem"
          {...WHOLE}
          {...form.field('deposit_percent')}
        />
      )}
      <DateInput
        label={optional(t('form.expiresOn'))}
        description={t('form.expiresHint', { count: days })}
        clearable
        maw="20rem"
        minDate={new Intl.DateTimeFormat('sv-SE').format(new Date())}
        {...form.field('expires_on')}
      />
    </Fieldset>
  );
}

/** Where the marketplace takes no payments, and by the hour, the two settle it between them. */
function SettlementFields({ form }: Props) {
  const { t } = useTranslation('custom-offers');
  const settings = useSettings().data;
  const takesPayments = Boolean(settings?.payments);
  const { settlement, terms } = form.form.getValues();
  if (terms.kind === 'hourly') return <p className={classes.said}>{t('settlement.hourly')}</p>;
  if (!takesPayments && settlement === 'direct') {
    return <p className={classes.said}>{t('settlement.only')}</p>;
  }
  return (
    <RadioCards
      label={t('settlement.label')}
      {...form.field('settlement')}
      choices={SETTLEMENTS.map((one) => ({
        value: one,
        label: t(`settlement.${one}`),
        description: t(`settlement.${one}Hint`, { count: settings?.held_days_max ?? 0 }),
      }))}
    />
  );
}
