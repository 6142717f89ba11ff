// The bank's question (3-D Secure), as the bank of a test card asks it: is it you?
import { useTranslation } from 'react-i18next';
import { useUrlFilters } from '@/app/url-state';
import { ActButton } from '@/ui/ActButton';
import { DateText, Money } from '@/ui/values';
import { useSubject } from './about';
import classes from './payments.module.css';
import { usePaymentChanges, type Payment } from './queries';
import { STEPS } from './standing';

export function BankQuestion({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const { confirm } = usePaymentChanges();
  const step = useUrlFilters();
  const subject = useSubject(payment);
  const answer = async (confirmed: boolean) => {
    await confirm(payment.id, confirmed);
    step.set({ etape: STEPS.waiting });
  };
  return (
    <section className={classes.bank} aria-labelledby="bank">
      <p className={classes.bankName}>{t('bank.name')}</p>
      <h2 id="bank">{t('bank.title')}</h2>
      <dl>
        <div>
          <dt>{t('bank.merchant')}</dt>
          <dd>Estrade</dd>
        </div>
        <div>
          <dt>{t('bank.about')}</dt>
          <dd>{subject}</dd>
        </div>
        <div>
          <dt>{t('bank.amount')}</dt>
          <dd>
            <strong>
              <Money value={payment.amount} />
            </strong>
          </dd>
        </div>
        <div>
          <dt>{t('bank.asked')}</dt>
          <dd>
            <DateText value={payment.asked_at} as="day-time" />
          </dd>
        </div>
      </dl>
      <p>{t('bank.question')}</p>
      <div className={classes.buttons}>
        <ActButton variant="filled" onAct={() => answer(true)}>
          {t('bank.confirm')}
        </ActButton>
        <ActButton onAct={() => answer(false)}>{t('bank.refuse')}</ActButton>
      </div>
      <p className={classes.small}>{t('bank.test')}</p>
    </section>
  );
}
