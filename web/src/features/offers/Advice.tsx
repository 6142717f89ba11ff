// The advice that stands beside the form of an offer (S1-076).
import { useTranslation } from 'react-i18next';
import classes from './Advice.module.css';

const POINTS = ['detail', 'price', 'reviews', 'contacts'] as const;

export function Advice() {
  const { t } = useTranslation('offers');
  return (
    <section className={classes.advice}>
      <h2>{t('advice.title')}</h2>
      <ul>
        {POINTS.map((point) => (
          <li key={point}>{t(`advice.${point}`)}</li>
        ))}
      </ul>
    </section>
  );
}
