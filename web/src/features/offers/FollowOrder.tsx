// From a lot or an offer to the order that its mission is: where it is paid, delivered and disputed (S1-102).
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import type { Offer } from './queries';
import { settlementOf, standingOf } from './status';

/** With held funds all that follows is done there; settled directly, it is for when something goes wrong. */
export function FollowOrder({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  if (!offer.order_id) return null;
  const settlement = standingOf(offer) === 'accepted' ? settlementOf(offer.lot) : undefined;
  const looks = settlement === 'held' ? {} : { variant: 'subtle', color: 'gray' };
  return (
    <ButtonLink href={urls.order(offer.order_id)} {...looks}>
      {t(`follow.${settlement ?? 'over'}`)}
    </ButtonLink>
  );
}
