// A few words in hairline frames: trades wanted, trades served.
import { useTranslation } from 'react-i18next';
import classes from './Tags.module.css';

interface TagsProps {
  items: string[];
  /** How many are shown before « +3 ». */
  max?: number;
  label?: string;
  /** Those that concern the reader are drawn stronger. */
  strong?: readonly string[];
}

export function Tags({ items, max = 6, label, strong = [] }: TagsProps) {
  const { t } = useTranslation('ui');
  const shown = items.length > max ? items.slice(0, max - 1) : items;
  const left = items.length - shown.length;
  return (
    <ul className={classes.tags} aria-label={label}>
      {shown.map((item, index) => (
        <li key={`${item}-${index}`} data-strong={strong.includes(item) || undefined}>
          {item}
        </li>
      ))}
      {left > 0 && (
        <li data-rest="" title={items.slice(shown.length).join(', ')}>
          {t('more', { count: left })}
        </li>
      )}
    </ul>
  );
}
