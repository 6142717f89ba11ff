// A button that opens a form in a window, for an act that needs words (a reason, a plan, a value).
import { Button, Modal, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ActModal.module.css';

interface ActModalProps extends Omit<ButtonProps, 'children'> {
  label: string;
  /** Says whom the button acts on, where several stand on a page. */
  'aria-label'?: string;
  title: string;
  /** The form; it closes the window when it is done. */
  children: (close: () => void) => ReactNode;
}

export function ActModal({ label, title, children, ...button }: ActModalProps) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        closeButtonProps={{ 'aria-label': t('close') }}
        classNames={{ title: classes.title }}
      >
        {children(close)}
      </Modal>
    </>
  );
}

/** What an act brings about, one sentence each. */
export function Consequences({ items }: { items: readonly string[] }) {
  return (
    <ul className={classes.consequences}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
