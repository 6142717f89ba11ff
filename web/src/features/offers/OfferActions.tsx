// What a provider decides about its offer. Each is shown when the view permits it, and asks first when it
// cannot be undone.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { AskingWhyButton } from '@/ui/AskingWhyButton';
import { ButtonLink } from '@/ui/Link';
import { Money } from '@/ui/values';
import { FollowOrder } from './FollowOrder';
import { useOfferChanges, type MyOffer, type Offer } from './queries';
import { settlementOf } from './status';

/** S1-045, S1-046: final, on the version that was chosen; how the client pays is said before. */
export function ConfirmMission({ offer }: { offer: Offer | MyOffer }) {
  const { t } = useTranslation('offers');
  const { confirm } = useOfferChanges();
  return (
    <AskingButton
      primary
      label={t('confirm.button')}
      title={t('confirm.title', { title: offer.tender.title })}
      confirmLabel={t('confirm.button')}
      consequences={[
        <>
          {t('confirm.frozen')} <Money value={offer.totals.gross} />.
        </>,
        t(`now.pays.${settlementOf(offer.lot) ?? 'direct'}`),
        t('confirm.final'),
        t('confirm.contacts'),
      ]}
      onConfirm={() => confirm(offer.id)}
      done={t('confirm.done')}
    />
  );
}

export function OfferActions({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const { reconfirm } = useOfferChanges();
  const can = (action: string) => offer.actions.includes(action);
  const goesOnThere = settlementOf(offer.lot) === 'held';
  return (
    <>
      {goesOnThere && <FollowOrder offer={offer} />}
      {can('confirm') && <ConfirmMission offer={offer} />}
      {can('reconfirm') && (
        <AskingButton
          primary
          label={t('reconfirm.button')}
          title={t('reconfirm.title')}
          confirmLabel={t('reconfirm.button')}
          consequences={[t('reconfirm.same'), t('reconfirm.told')]}
          onConfirm={() => reconfirm(offer.id)}
          done={t('reconfirm.done')}
        />
      )}
      <ButtonLink href={urls.conversationWith(offer.client.id)} variant="default">
        {t('write.client')}
      </ButtonLink>
      {can('revise') && (
        <ButtonLink href={urls.offerEdit(offer.id)} variant="default">
          {t('revise.button')}
        </ButtonLink>
      )}
      {!goesOnThere && <FollowOrder offer={offer} />}
      {can('decline') && <DeclineMission offer={offer} />}
      {can('withdraw') && <WithdrawOffer offer={offer} />}
    </>
  );
}

/** S1-048: with an optional reason; the lot is open to the others again. */
function DeclineMission({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const { decline } = useOfferChanges();
  return (
    <AskingWhyButton
      label={t('decline.button')}
      title={t('decline.title')}
      confirmLabel={t('decline.button')}
      consequences={[t('decline.reopens'), t('decline.again')]}
      onConfirm={(reason) => decline(offer.id, reason)}
      done={t('decline.done')}
      reasonLabel={t('decline.reason')}
      reasonHint={t('decline.reasonHint')}
    />
  );
}

function WithdrawOffer({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const { withdraw } = useOfferChanges();
  return (
    <AskingButton
      danger
      label={t('withdraw.button')}
      title={t('withdraw.title')}
      confirmLabel={t('withdraw.button')}
      consequences={[
        offer.state === 'chosen' ? t('withdraw.chosen') : t('withdraw.told'),
        t('withdraw.again'),
      ]}
      onConfirm={() => withdraw(offer.id)}
      done={t('withdraw.done')}
    />
  );
}
