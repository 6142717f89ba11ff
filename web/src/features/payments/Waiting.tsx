// A moment of patience: the page is being made, or the bank has not answered yet.
import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import classes from './payments.module.css';
import type { Payment } from './queries';
import type { usePatience } from './usePatience';

interface WaitingProps {
  payment: Payment;
  patience: ReturnType<typeof usePatience>;
}

export function Waiting({ payment, patience }: WaitingProps) {
  const { t } = useTranslation('payments');
  // Once it is open it was given: its answer is awaited.
  const about = payment.state === 'open' ? 'answer' : 'opening';
  if (patience.tired) {
    return (
      <Notice
        title={t(`waiting.${about}Late`)}
        action={
          <Button variant="default" onClick={patience.again}>
            {t('waiting.again')}
          </Button>
        }
      >
        <p>{t(`waiting.${about}LateText`)}</p>
        <Resume payment={payment} />
      </Notice>
    );
  }
  return (
    <div className={classes.waiting} role="status">
      <Loader aria-hidden />
      <div>
        <p>{t(`waiting.${about}`)}</p>
        <Resume payment={payment} />
      </div>
    </div>
  );
}

/** Whoever left the payment provider's page without paying finds it again. */
function Resume({ payment: { provider, url } }: Pick<WaitingProps, 'payment'>) {
  const { t } = useTranslation('payments');
  if (provider === 'sandbox' || !url) return null;
  return (
    <p>
      {t('waiting.notPaid')} <a href={url}>{t('waiting.resume')}</a>
    </p>
  );
}
