// What is particular to the mission of a lot: its client ends it when the two settle it between them, and its review is
// the lot's.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MissionReview } from '@/app/MissionReview';
import { useSides } from '@/app/sides';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { ButtonLink } from '@/ui/Link';
import { lotOfferQuery, useOrderChanges, type Order } from './queries';

interface Props {
  order: Order;
}

/** S1-049; the review is asked for at once (S1-090). */
export function CompleteLot({ order, lot }: Props & { lot: NonNullable<Order['lot']> }) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { complete } = useOrderChanges();
  const go = useGo();
  return (
    <AskingButton
      primary
      label={t('complete.button')}
      title={t('complete.title', { name })}
      confirmLabel={t('complete.button')}
      consequences={[t('complete.final'), t('complete.review')]}
      onConfirm={async () => {
        await complete(lot.id);
        go(urls.lotReview(lot.tender, lot.id));
      }}
      done={t('complete.done')}
    />
  );
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
