// One client's review: the note and its parts, the words, both dates, the provider's answer.
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { useTradeName } from '@/app/reference';
import { formatDate } from '@/lib/dates';
import { Facts } from '@/ui/Rows';
import { Stars } from '@/ui/Stars';
import { useLocale } from '@/ui/values';
import classes from './Review.module.css';

const PARTS = ['exchanges', 'relationship', 'punctuality', 'quality'] as const;

export function Review({ review }: { review: components['schemas']['ReviewView'] }) {
  const { t } = useTranslation('providers');
  const locale = useLocale();
  const tradeName = useTradeName();
  const parts = PARTS.flatMap((part) =>
    review[part] ? [`${t(`sheet.notes.${part}`)} ${review[part]}/5`] : [],
  );
  return (
    <article className={classes.review}>
      <header>
        <h3>{review.author}</h3>
        <Stars value={review.rating} />
      </header>
      <Facts
        items={[
          tradeName(review.trade),
          t('sheet.experienced', { date: formatDate(review.experienced_on, locale) }),
          t('sheet.published', { date: formatDate(review.published_at, locale) }),
        ]}
      />
      <p className={classes.words}>{review.comment}</p>
      {parts.length > 0 && <Facts items={parts} />}
      {review.answer && (
        <div className={classes.answer}>
          <h4>{t('sheet.answer')}</h4>
          <p className={classes.words}>{review.answer.text}</p>
        </div>
      )}
    </article>
  );
}
