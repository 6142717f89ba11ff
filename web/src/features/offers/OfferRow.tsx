// One of a provider's offers in its lists.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { Row } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown, DateText, Money } from '@/ui/values';
import { ConfirmMission } from './OfferActions';
import type { MyOffer } from './queries';
import { standingOf, toneOf } from './status';

export function OfferRow({ offer }: { offer: MyOffer }) {
  const { t } = useTranslation('offers');
  const standing = standingOf(offer);
  return (
    <Row
      pinned={standing === 'chosen' || standing === 'to_reconfirm'}
      lead={<DayMark day={offer.tender.day} />}
      title={offer.tender.title}
      href={urls.offer(offer.id)}
      facts={[
        useTradeName()(offer.lot.trade),
        offer.tender.town,
        <Money key="total" value={offer.totals.gross} cents="auto" />,
        <When key="when" offer={offer} />,
      ]}
      status={<StatusBadge tone={toneOf(standing)}>{t(`state.${standing}`)}</StatusBadge>}
      actions={offer.actions.includes('confirm') && <ConfirmMission offer={offer} />}
    />
  );
}

function When({ offer }: { offer: MyOffer }) {
  const { t } = useTranslation('offers');
  const { lot } = offer;
  if (lot.is_given_to_this && lot.confirm_by) {
    return (
      <>
        {t('when.confirm')} <Countdown until={lot.confirm_by} />
      </>
    );
  }
  const [text, instant] =
    (lot.is_given_to_this && lot.ended_at && ([t('when.done'), lot.ended_at] as const)) ||
    (lot.is_given_to_this && lot.started_at && ([t('when.started'), lot.started_at] as const)) ||
    ([t('when.applied'), offer.applied_at] as const);
  return (
    <>
      {text} <DateText value={instant} />
    </>
  );
}
