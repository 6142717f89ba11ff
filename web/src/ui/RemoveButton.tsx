// Takes an entry out of a list of the form.
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ListFields.module.css';

interface RemoveButtonProps {
  /** Which entry, in words. */
  label: string;
  /** What is removed, where another entry is removed beside it. */
  children?: string;
  onClick: () => void;
}

export function RemoveButton({ label, children, onClick }: RemoveButtonProps) {
  const { t } = useTranslation('ui');
  return (
    <Button
      className={classes.remove}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
      aria-label={label}
      onClick={onClick}
    >
      {children ?? t('remove')}
    </Button>
  );
}
