// The same delivery again and again: what each one holds, how often, how many; and what that means.
import { NumberInput, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldRow } from '@/ui/Form';
import { WHOLE, type FieldsProps } from './fields';
import { RHYTHMS } from './form';
import { SubscriptionSentence } from './sentences';
import classes from './SubscriptionFields.module.css';
import { termsTotals } from './sums';
import { TermsLines } from './TermsFields';

export function SubscriptionFields({ form, exempt }: FieldsProps) {
  const { t } = useTranslation('custom-offers');
  const { rhythm } = form.form.getValues().terms;
  return (
    <>
      <p className={classes.hint}>{t('subscription.lines')}</p>
      <TermsLines form={form} exempt={exempt} />
      <Radio.Group label={t('subscription.rhythm')} {...form.field('terms.rhythm')}>
        <div className={classes.rhythms}>
          {RHYTHMS.map((one) => (
            <Radio key={one} value={one} label={t(`subscription.unit.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <FieldRow>
        <NumberInput
          label={t('subscription.every')}
          description={t(`subscription.everyHint.${rhythm}`)}
          {...WHOLE}
          {...form.field('terms.every')}
        />
        <NumberInput
          label={t('subscription.deliveries')}
          description={'\u00a0'}
          {...WHOLE}
          {...form.field('terms.deliveries')}
        />
      </FieldRow>
      <NumberInput
        label={t('form.periodDays')}
        description={t('form.periodDaysHint')}
        maw="20rem"
        {...WHOLE}
        {...form.field('terms.delivery_days')}
      />
      <Meaning form={form} />
    </>
  );
}

function Meaning({ form }: Pick<FieldsProps, 'form'>) {
  const { terms } = form.form.getValues();
  const [every, deliveries] = [Number(terms.every), Number(terms.deliveries)];
  const gross = { amount: termsTotals(terms).gross, currency: 'EUR' };
  if (!every || !deliveries || gross.amount === 0) return null;
  return (
    <p className={classes.meaning} aria-live="polite">
      <SubscriptionSentence {...{ every, deliveries, gross }} rhythm={terms.rhythm} />
    </p>
  );
}
