// Asked before what cannot be undone: it names the consequences, and the button names the act.
import { Alert, Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConfirmModal.module.css';

interface ConfirmModalProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** What will happen, one sentence each. */
  consequences?: ReactNode[];
  /** A verb: « Fermer l’appel d’offres », never « OK ». */
  confirmLabel: string;
  /** The window stays open, and tells the refusal, if this fails. */
  onConfirm: () => Promise<unknown>;
  danger?: boolean;
}

export function ConfirmModal(props: ConfirmModalProps) {
  const { t } = useTranslation('ui');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    setPending(true);
    setRefusal(null);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : t('error.server'));
    } finally {
      setPending(false);
    }
  }

  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.title }}
    >
      <div className={classes.body}>
        {props.children}
        {props.consequences && (
          <ul className={classes.consequences}>
            {props.consequences.map((consequence, index) => (
              <li key={index}>{consequence}</li>
            ))}
          </ul>
        )}
        {refusal && (
          <Alert role="alert" color="red" variant="light">
            {refusal}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose} disabled={pending}>
            {t('cancel')}
          </Button>
          <Button
            color={props.danger ? 'red' : undefined}
            loading={pending}
            onClick={() => void confirm()}
          >
            {props.confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
