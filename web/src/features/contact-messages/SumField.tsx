// The small sum: « 12 + 9 = » is its label. Waiting for it and failing to load it both have an end.
import { Button, Skeleton, TextInput } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/states';
import classes from './ContactForm.module.css';

interface SumFieldProps extends ComponentProps<typeof TextInput> {
  sum: UseQueryResult<components['schemas']['SumView']>;
}

export function SumField({ sum, ...field }: SumFieldProps) {
  const { t } = useTranslation('contact-messages');
  const { t: ui } = useTranslation('ui');
  if (sum.data) {
    return (
      <TextInput
        className={classes.sum}
        label={sum.data.question}
        description={t('sum.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        {...field}
      />
    );
  }
  if (sum.isError) {
    return (
      <Notice
        tone="caution"
        action={
          <Button variant="default" onClick={() => void sum.refetch()}>
            {ui('retry')}
          </Button>
        }
      >
        {t('sum.failed')}
      </Notice>
    );
  }
  return (
    <Waiting>
      <Skeleton height="4.5rem" width="12rem" />
    </Waiting>
  );
}
