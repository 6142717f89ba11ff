// Where the preparation of an event stands: one tread for each lot, lit as it advances, and the counts in
// words (S1-041).
import { useTranslation } from 'react-i18next';
import type { Progress } from './queries';
import classes from './ProgressBar.module.css';

const ORDER = ['done', 'in_work', 'awaiting', 'open', 'draft', 'closed'] as const;

export function ProgressBar({ progress }: { progress: Progress }) {
  const { t } = useTranslation('tenders');
  const counted = ORDER.filter((state) => progress[state] > 0);
  if (counted.length === 0) return null;
  return (
    <div className={classes.progress}>
      <div className={classes.treads} aria-hidden>
        {counted.flatMap((state) =>
          Array.from({ length: progress[state] }, (_, index) => (
            <span key={`${state}-${index}`} data-state={state} />
          )),
        )}
      </div>
      <p className={classes.words}>
        <span className="visually-hidden">{t('progress.label')} : </span>
        {counted.map((state) => t(`progress.${state}`, { count: progress[state] })).join(' · ')}
      </p>
    </div>
  );
}
