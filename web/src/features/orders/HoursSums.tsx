// How many hours there are, against what was agreed: this week's limit, the estimate, the rate.
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/lib/durations';
import { formatRate } from '@/lib/pricing';
import { Money, useLocale } from '@/ui/values';
import classes from './HoursSums.module.css';
import type { Timesheet } from './queries';
import { ComingLimit } from './WeeklyHours';

export function HoursSums({ timesheet }: { timesheet: Timesheet }) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const { weekly_hours: limit, estimated_hours: estimate, minutes, vat_rate: vat } = timesheet;
  const { minutes_this_week: week } = timesheet;
  return (
    <dl className={classes.sums}>
      <div>
        <dt>{t('timesheet.week')}</dt>
        <dd>
          <p>
            <strong>{formatDuration(week, locale)}</strong>{' '}
            {limit && <span>{t('timesheet.of', { hours: limit })}</span>}
          </p>
          {limit && <Share part={week} whole={limit * 60} />}
          <div className={classes.coming}>
            <ComingLimit timesheet={timesheet} />
          </div>
        </dd>
      </div>
      <div>
        <dt>{t('timesheet.all')}</dt>
        <dd>
          <p>
            <strong>{formatDuration(minutes, locale)}</strong>{' '}
            <span>{t('timesheet.about', { hours: estimate })}</span>
          </p>
          <Share part={minutes} whole={estimate * 60} />
        </dd>
      </div>
      <div className={classes.rate}>
        <dt>{t('timesheet.rate')}</dt>
        <dd>
          <p>
            <Money value={timesheet.rate} /> {t('timesheet.net')}
            {vat > 0 && `, ${t('timesheet.vat', { rate: formatRate(vat, locale) })}`}
          </p>
        </dd>
      </div>
    </dl>
  );
}

/** The same in a line to be seen at a glance; the words beside it say it already. */
function Share({ part, whole }: { part: number; whole: number }) {
  const share = Math.min(1, part / whole);
  return (
    <div className={classes.share} data-full={part >= whole || undefined} aria-hidden>
      <div style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
