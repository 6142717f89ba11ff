// A moment of patience: the page is being made, or the bank has not answered yet.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Busy } from '@/ui/states';
import classes from './payments.module.css';
import type { usePatience } from './usePatience';

interface WaitingProps {
  /** The payment was given: its answer is awaited. */
  isMade: boolean;
  patience: ReturnType<typeof usePatience>;
}

export function Waiting({ isMade, patience }: WaitingProps) {
  const { t } = useTranslation('payments');
  const about = isMade ? 'answer' : 'opening';
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
        {t(`waiting.${about}LateText`)}
      </Notice>
    );
  }
  return (
    <div className={classes.waiting} role="status">
      <Busy />
      <p>{t(`waiting.${about}`)}</p>
    </div>
  );
}
