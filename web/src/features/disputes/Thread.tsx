// What was said in a dispute, from its reason to its end: an amicable negotiation (S1-104).
import { useTranslation } from 'react-i18next';
import { Prose } from '@/ui/Prose';
import { DateText } from '@/ui/values';
import classes from './disputes.module.css';
import { useNames } from './people';
import type { Dispute } from './queries';
import { saidIn, stateOf, type Said } from './standing';

export function Thread({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  return (
    <ol className={classes.thread} aria-label={t('thread.title')}>
      {saidIn(dispute).map((said) => (
        <Line key={said.key} dispute={dispute} said={said} />
      ))}
    </ol>
  );
}

function Line({ dispute, said }: { dispute: Dispute; said: Said }) {
  const { t } = useTranslation('disputes');
  const { reader, called, named } = useNames(dispute);
  const { from, kind } = said;
  const mine = from !== null && from === reader;
  const who = () => {
    if (kind === 'opened') {
      if (mine) return t('thread.openedYou');
      return t('thread.opened', { name: from && named[from] });
    }
    if (kind === 'ruled') return t('thread.ruled');
    if (kind === 'escalated') return t('thread.escalated');
    if (kind === 'over') return t(`over.${stateOf(dispute) as 'closed'}`);
    return from && called(from);
  };
  return (
    <li className={classes.line} data-mine={mine || undefined} data-kind={kind}>
      <p className={classes.who}>
        <strong>{who()}</strong>{' '}
        <span className={classes.quiet}>
          <DateText value={said.at} as="day-time" />
        </span>
      </p>
      {said.text && <Prose>{said.text}</Prose>}
    </li>
  );
}
