// The review of a lot's mission, which is the lot's.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MissionReview } from '@/app/MissionReview';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { lotOfferQuery, type Order } from './queries';

interface Props {
  order: Order;
}

/** What the lot says of its mission once that is completed; nothing for other orders. */
function useLotOffer({ lot, offer, status }: Order) {
  return useQuery({ ...lotOfferQuery(offer), enabled: Boolean(lot) && status === 'completed' })
    .data;
}

/** The way to the review, while it is awaited. */
export function ReviewLot({ order }: Props) {
  const { t } = useTranslation('orders');
  const { lot } = order;
  const awaited = useLotOffer(order)?.actions.includes('review');
  if (!lot || !awaited) return null;
  return <ButtonLink href={urls.lotReview(lot.tender, lot.id)}>{t('review')}</ButtonLink>;
}

/** The review, once it is given. */
export function LotReview({ order }: Props) {
  const id = useLotOffer(order)?.review_id;
  return id ? <MissionReview id={id} /> : null;
}
