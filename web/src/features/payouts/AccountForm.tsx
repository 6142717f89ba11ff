// Where a provider's money goes. The number is handed to the payment provider and kept nowhere here.
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { toast } from '@/ui/toast';
import classes from './PayoutsPage.module.css';
import { usePayoutChanges, type PayoutAccount } from './queries';

interface Values extends Record<string, unknown> {
  holder: string;
  iban: string;
}

/** Accounts that the built-in payment provider knows: one that works, one that is closed. */
const TEST_IBANS = {
  works: 'FR76 3000 6000 0112 3456 7890 189',
  closed: 'FR76 0000 0000 0000 0000 0000 000',
} as const;

interface AccountFormProps {
  account: PayoutAccount;
  onDone?: () => void;
}

export function AccountForm({ account, onDone }: AccountFormProps) {
  const { t } = useTranslation('payouts');
  const { setAccount } = usePayoutChanges();
  const form = useApiForm<Values, PayoutAccount>({
    initialValues: { holder: account.holder ?? '', iban: '' },
    validate: (values) => ({
      ...(values.holder.trim() ? {} : { holder: t('account.missing') }),
      ...(values.iban.trim() ? {} : { iban: t('account.missing') }),
    }),
    send: (values) => setAccount(values),
    onDone: () => {
      toast.done(t('account.done'));
      onDone?.();
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('account.submit')}
      problemTitle={t('account.failed')}
      note={account.payable.amount > 0 ? t('account.leaves') : t('account.kept')}
    >
      <TextInput
        label={t('account.holder')}
        description={t('account.holderHint')}
        maxLength={70}
        autoComplete="name"
        {...form.field('holder')}
      />
      <TextInput
        label={t('account.iban')}
        description={t('account.ibanHint')}
        maxLength={42}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        classNames={{ input: 'tabular' }}
        {...form.field('iban')}
      />
      {account.provider === 'sandbox' && (
        <div className={classes.test}>
          <p>{t('test.title')}</p>
          <ul>
            {(['works', 'closed'] as const).map((which) => (
              <li key={which}>
                <button
                  type="button"
                  className={classes.iban}
                  onClick={() => form.form.setFieldValue('iban', TEST_IBANS[which])}
                >
                  {TEST_IBANS[which]}
                </button>{' '}
                {t(`test.${which}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Form>
  );
}
