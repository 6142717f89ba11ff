// The number of notices to read, on the bell and in the navigation.
import { useTranslation } from 'react-i18next';
import { unreadText, useUnread } from '../todo';
import classes from './Unread.module.css';

/** Drawn only when there is something to read; said in words for assistive technology. */
export function Unread({ onIcon = false }: { onIcon?: boolean }) {
  const { t } = useTranslation('app');
  const count = useUnread();
  if (count === 0) return null;
  return (
    <span className={classes.unread} data-on-icon={onIcon || undefined}>
      <span aria-hidden>{unreadText(count)}</span>{' '}
      <span className="visually-hidden">{t('nav.unread', { count })}</span>
    </span>
  );
}
