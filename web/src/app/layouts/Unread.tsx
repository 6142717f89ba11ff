// The number of things to read, on the bell and in the navigation.
import { useTranslation } from 'react-i18next';
import { unreadText, useUnread, type Unread as What } from '../todo';
import classes from './Unread.module.css';

/** Drawn only when there is something to read; said in words for assistive technology. */
export function Unread({ of, onIcon = false }: { of: What; onIcon?: boolean }) {
  const { t } = useTranslation('app');
  const count = useUnread(of);
  if (count === 0) return null;
  return (
    <span className={classes.unread} data-on-icon={onIcon || undefined}>
      <span aria-hidden>{unreadText(count)}</span>{' '}
      <span className="visually-hidden">{t('nav.unread', { count })}</span>
    </span>
  );
}
