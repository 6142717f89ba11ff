// Puts an entry of a form's list one place up or down.
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, type Icon } from '@tabler/icons-react';
import classes from './ListFields.module.css';

interface MoveButtonsProps {
  index: number;
  count: number;
  /** Which entry goes where, in words. */
  up: string;
  down: string;
  onMove: (to: number) => void;
}

export function MoveButtons({ index, count, up, down, onMove }: MoveButtonsProps) {
  const move = (label: string, icon: Icon, to: number) => (
    <Move label={label} icon={icon} disabled={to < 0 || to >= count} onClick={() => onMove(to)} />
  );
  return (
    <>
      {move(up, IconArrowUp, index - 1)}
      {move(down, IconArrowDown, index + 1)}
    </>
  );
}

interface MoveProps {
  label: string;
  icon: Icon;
  disabled: boolean;
  onClick: () => void;
}

function Move({ label, icon: Drawing, disabled, onClick }: MoveProps) {
  return (
    <ActionIcon
      className={classes.move}
      variant="subtle"
      color="gray"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Drawing size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
