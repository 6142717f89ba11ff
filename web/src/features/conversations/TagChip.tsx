// A tag: its name before its colour.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TagHead } from './sorting';
import classes from './TagChip.module.css';

interface TagChipProps {
  tag: Pick<TagHead, 'name' | 'colour'>;
  /** Gives it an X. */
  onRemove?: (() => void) | undefined;
}

export function TagChip({ tag, onRemove }: TagChipProps) {
  const { t } = useTranslation('conversations');
  return (
    <span className={classes.chip} data-colour={tag.colour}>
      <span className={classes.name}>{tag.name}</span>
      {onRemove && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('tags.takeOff', { name: tag.name })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}

export function Dot({ colour }: { colour: string }) {
  return <span className={classes.dot} data-colour={colour} aria-hidden />;
}
