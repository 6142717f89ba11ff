// One sentence on where an offer stands and what is expected of its provider.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Countdown, DateText } from '@/ui/values';
import type { Offer } from './queries';
import { settlementOf, standingOf } from './status';

export function OfferNow({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const standing = standingOf(offer);
  const { lot } = offer;
  const settlement = settlementOf(lot);
  return (
    <Notice
      tone={standing === 'to_reconfirm' ? 'caution' : 'info'}
      title={t(`now.${standing}.title`)}
      action={<Again offer={offer} />}
    >
      <p>
        {t(`now.${standing}.text`, { context: settlement })}{' '}
        {standing === 'chosen' && lot.confirm_by && (
          <>
            {t('now.left')}{' '}
            <strong>
              <Countdown until={lot.confirm_by} />
            </strong>
            .
          </>
        )}
        {(standing === 'sent' || standing === 'to_reconfirm') && (
          <>
            {t('now.holds')} <DateText value={offer.expires_at} />.
          </>
        )}
      </p>
      {(standing === 'chosen' || standing === 'accepted') && settlement && (
        <p>{t(`now.pays.${settlement}`)}</p>
      )}
    </Notice>
  );
}

/** A provider whose offer is over may apply again while the lot is open. */
function Again({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const over = ['declined', 'withdrawn', 'expired'].includes(offer.state);
  if (!over || offer.lot.status !== 'open') return null;
  return (
    <ButtonLink href={urls.apply(offer.tender.slug, offer.lot.id)} variant="default" size="sm">
      {t('now.again')}
    </ButtonLink>
  );
}
