// Paying with a test card. No real card belongs here, and the page says so before anything else.
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useUrlFilters } from '@/app/url-state';
import { formatMoney } from '@/lib/money';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { RadioCards } from '@/ui/RadioCards';
import { useLocale } from '@/ui/values';
import { boughtBy } from './about';
import { CARDS, compact, grouped } from './cards';
import { usePaymentChanges, type Outcome, type Payment } from './queries';
import { STEPS } from './standing';

interface Values extends Record<string, unknown> {
  number: string;
}

export function CardForm({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const { giveCard } = usePaymentChanges();
  const step = useUrlFilters();
  const amount = formatMoney(payment.amount, useLocale());
  const form = useApiForm<Values, Outcome>({
    initialValues: { number: '' },
    validate: ({ number }) => (number.trim() ? {} : { number: t('card.missing') }),
    send: ({ number }) => giveCard(payment.id, number),
    onDone: (outcome) => step.set({ etape: outcome === 'asked' ? STEPS.bank : STEPS.waiting }),
  });
  const { number } = form.form.values;
  return (
    <>
      <Notice tone="caution" title={t('test.title')}>
        {t('test.text')}
      </Notice>
      <Form
        form={form}
        submitLabel={t('card.submit', { amount })}
        problemTitle={t('card.failed')}
        note={t(`card.note.${boughtBy(payment)}`)}
      >
        <RadioCards
          label={t('card.choose')}
          value={compact(number)}
          onChange={(chosen) => form.form.setFieldValue('number', grouped(chosen))}
          choices={CARDS.map((card) => ({
            value: card.number,
            label: <span className="tabular">{grouped(card.number)}</span>,
            description: t(`card.does.${card.does}`),
          }))}
        />
        <TextInput
          label={t('card.number')}
          description={t('card.numberHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          maw="20rem"
          classNames={{ input: 'tabular' }}
          {...form.field('number')}
        />
      </Form>
    </>
  );
}
