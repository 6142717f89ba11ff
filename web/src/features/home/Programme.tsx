// An example of what a client sees: an event printed like a theatre programme, one line per trade.
import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '@/ui/StatusBadge';
import classes from './Programme.module.css';

const LOTS = [
  { trade: 'caterer', offers: 7, state: 'inWork', tone: 'positive' },
  { trade: 'dj', offers: 5, state: 'choose', tone: 'todo' },
  { trade: 'photographer', offers: 4, state: 'awaiting', tone: 'waiting' },
  { trade: 'decorator', offers: 1, state: 'open', tone: 'quiet' },
] as const satisfies { trade: string; offers: number; state: string; tone: Tone }[];

export function Programme() {
  const { t } = useTranslation('home');
  return (
    <figure className={classes.programme}>
      <figcaption>{t('programme.example')}</figcaption>
      <p className={classes.title}>{t('programme.title')}</p>
      <p className={classes.place}>{t('programme.place')}</p>
      <ul>
        {LOTS.map(({ trade, offers, state, tone }) => (
          <li key={trade}>
            <span className={classes.trade}>{t(`programme.lots.${trade}`)}</span>
            <span className={classes.offers}>{t('programme.offers', { count: offers })}</span>
            <StatusBadge tone={tone}>{t(`programme.states.${state}`)}</StatusBadge>
          </li>
        ))}
      </ul>
    </figure>
  );
}
