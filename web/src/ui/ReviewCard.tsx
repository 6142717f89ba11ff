// A client's review of a mission, and the provider's one public answer.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from './Prose';
import { Stars } from './Stars';
import { DateText } from './values';
import classes from './ReviewCard.module.css';

export interface ShownReview {
  author: string;
  rating: number;
  exchanges?: number | null;
  relationship?: number | null;
  punctuality?: number | null;
  quality?: number | null;
  comment: string;
  experienced_on: string;
  published_at?: string;
  answer?: { text: string; answered_at: string } | null;
}

const PARTS = ['exchanges', 'relationship', 'punctuality', 'quality'] as const;

interface ReviewCardProps {
  review: ShownReview;
  /** The trade, in words. */
  about?: string;
  /** Below: the form of an answer. */
  children?: ReactNode;
}

export function ReviewCard({ review, about, children }: ReviewCardProps) {
  const { t } = useTranslation('ui');
  const parts = PARTS.filter((part) => review[part]);
  return (
    <article className={classes.review}>
      <header>
        <Stars value={review.rating} />
        <p>
          <strong>{review.author}</strong>
          {about && ` · ${about}`} · {t('review.experienced')}{' '}
          <DateText value={review.experienced_on} />
          {review.published_at && (
            <>
              , {t('review.published')} <DateText value={review.published_at} />
            </>
          )}
        </p>
      </header>
      <Prose>{review.comment}</Prose>
      {parts.length > 0 && (
        <ul className={classes.parts}>
          {parts.map((part) => (
            <li key={part}>
              {t(`review.${part}`)} <strong>{t('stars.value', { value: review[part] })}</strong>
            </li>
          ))}
        </ul>
      )}
      {review.answer && (
        <div className={classes.answer}>
          <p>
            {t('review.answer')} · <DateText value={review.answer.answered_at} />
          </p>
          <Prose>{review.answer.text}</Prose>
        </div>
      )}
      {children}
    </article>
  );
}
