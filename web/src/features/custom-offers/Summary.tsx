// The offer at a glance while it is typed: what the client will read first.
import { useTranslation } from 'react-i18next';
import { Money } from '@/ui/values';
import type { CustomOfferForm } from './form';
import { HourlySentence, SubscriptionSentence } from './sentences';
import classes from './Summary.module.css';
import { termsTotals } from './sums';

interface SummaryProps {
  values: CustomOfferForm;
  /** Who will read it. */
  name: string;
}

export function Summary({ values, name }: SummaryProps) {
  const { t } = useTranslation('custom-offers');
  const { terms } = values;
  const gross = { amount: termsTotals(terms).gross, currency: 'EUR' };
  return (
    <section className={classes.card}>
      <h2>{t('summary.title', { name })}</h2>
      <p className={classes.title}>{values.title.trim() || t('summary.untitled')}</p>
      <p>{t(`kind.${terms.kind}`)}</p>
      <dl className={classes.total}>
        <dt>{t(terms.kind === 'hourly' ? 'summary.estimated' : 'summary.total')}</dt>
        <dd>
          <Money value={gross} />
        </dd>
      </dl>
      {gross.amount > 0 && <Sentence values={values} gross={gross} />}
    </section>
  );
}

interface SentenceProps extends Pick<SummaryProps, 'values'> {
  gross: { amount: number; currency: string };
}

function Sentence({ values: { terms }, gross }: SentenceProps) {
  const { t } = useTranslation('custom-offers');
  const days = Number(terms.delivery_days);
  if (terms.kind === 'subscription') {
    const [every, deliveries] = [Number(terms.every), Number(terms.deliveries)];
    if (!every || !deliveries) return null;
    return (
      <p>
        <SubscriptionSentence {...{ every, deliveries, gross }} rhythm={terms.rhythm} />
      </p>
    );
  }
  if (terms.kind === 'hourly') {
    return (
      <p>
        <HourlySentence hours={Number(terms.estimated_hours)} gross={gross} />
      </p>
    );
  }
  if (!days) return null;
  const key = terms.kind === 'fixed' ? 'terms.within' : 'terms.finalWithin';
  return (
    <p>
      {t('terms.deliveryDays')} {t(key, { days: t('days', { count: days }) })}
    </p>
  );
}
