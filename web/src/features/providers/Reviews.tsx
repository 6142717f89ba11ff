// What clients said: the average first, then each review with its dates and the provider's answer.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { ReviewAnswering } from '@/app/MissionReview';
import { useTradeName } from '@/app/reference';
import { ReviewCard } from '@/ui/ReviewCard';
import { EmptyState, ListState } from '@/ui/states';
import { Stars } from '@/ui/Stars';
import { providerReviewsQuery, type Provider } from './queries';
import classes from './Reviews.module.css';

export function Reviews({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const reviews = useInfiniteQuery(providerReviewsQuery(provider.handle));
  return (
    <>
      {provider.rating.average != null && (
        <p className={classes.average}>
          <Stars value={provider.rating.average} count={provider.rating.count} />
          <span>{t('sheet.onlyClients')}</span>
        </p>
      )}
      <ListState
        list={reviews}
        items={itemsOf(reviews.data)}
        empty={
          <EmptyState title={t('sheet.noReviews')} drawing="letter">
            <p>{t('newText')}</p>
          </EmptyState>
        }
      >
        {(items) => (
          <div className={classes.reviews}>
            {items.map((review) => (
              <ReviewCard key={review.id} review={review} about={tradeName(review.trade)}>
                <ReviewAnswering review={review} />
              </ReviewCard>
            ))}
          </div>
        )}
      </ListState>
    </>
  );
}
