// A button that asks before it acts, and for a reason that may be left out: the other side reads it.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { AskingButton, type AskingButtonProps } from './AskingButton';
import { useOptionalLabel } from './Form';

interface AskingWhyButtonProps extends Omit<
  AskingButtonProps,
  'onConfirm' | 'children' | 'primary' | 'danger'
> {
  reasonLabel: string;
  reasonHint?: string;
  onConfirm: (reason: string) => Promise<unknown>;
}

export function AskingWhyButton({
  reasonLabel,
  reasonHint,
  onConfirm,
  ...asking
}: AskingWhyButtonProps) {
  const optional = useOptionalLabel();
  const [reason, setReason] = useState('');
  return (
    <AskingButton danger {...asking} onConfirm={() => onConfirm(reason)}>
      <Textarea
        label={optional(reasonLabel)}
        description={reasonHint}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskingButton>
  );
}
