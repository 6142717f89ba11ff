// A day as on a playbill: the numeral first. Leads the rows of lists of events.
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates';
import classes from './DayMark.module.css';

interface DayMarkProps {
  /** A calendar day ("2027-06-12"), if it is known. */
  day: string | null | undefined;
}

export function DayMark({ day }: DayMarkProps) {
  const { t, i18n } = useTranslation('ui');
  if (!day) {
    return (
      <span className={classes.mark} data-open="">
        <span className={classes.number} aria-hidden>
          ?
        </span>
        <span className={classes.month}>{t('date.open')}</span>
      </span>
    );
  }
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(new Date(day));
  return (
    <time className={classes.mark} dateTime={day}>
      <span className="visually-hidden">{formatDate(day, i18n.language, 'long')}</span>
      <span className={classes.number} aria-hidden>
        {Number(day.slice(8))}
      </span>
      <span className={classes.month} aria-hidden>
        {part({ month: 'short', year: 'numeric' })}
      </span>
    </time>
  );
}
