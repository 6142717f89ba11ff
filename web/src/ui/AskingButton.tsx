// A button that asks before it acts, and tells when it is done.
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ConfirmModal } from './ConfirmModal';
import { toast } from './toast';

export interface AskingButtonProps {
  label: string;
  /** Which of several it is, where the label alone does not say. */
  'aria-label'?: string;
  title: string;
  confirmLabel: string;
  consequences: ReactNode[];
  onConfirm: () => Promise<unknown>;
  done: string;
  primary?: boolean;
  danger?: boolean;
  children?: ReactNode;
}

export function AskingButton(props: AskingButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant={props.primary ? 'filled' : 'default'}
        aria-label={props['aria-label']}
        onClick={() => setAsking(true)}
      >
        {props.label}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={props.title}
        consequences={props.consequences}
        confirmLabel={props.confirmLabel}
        danger={props.danger}
        onConfirm={async () => {
          await props.onConfirm();
          toast.done(props.done);
        }}
      >
        {props.children}
      </ConfirmModal>
    </>
  );
}
