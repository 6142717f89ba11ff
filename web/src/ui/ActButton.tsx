// A button that acts at once: it cannot be pressed twice, and a refusal is told instead of lost.
import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { toast } from './toast';

interface ActButtonProps extends Omit<ButtonProps, 'loading'> {
  onAct: () => Promise<unknown>;
  children: ReactNode;
  'aria-label'?: string;
  'aria-pressed'?: boolean;
}

export function ActButton({ onAct, ...button }: ActButtonProps) {
  const [pending, setPending] = useState(false);
  async function act() {
    setPending(true);
    try {
      await onAct();
    } catch (error) {
      toast.refused(error);
    } finally {
      setPending(false);
    }
  }
  return <Button variant="default" {...button} loading={pending} onClick={() => void act()} />;
}
