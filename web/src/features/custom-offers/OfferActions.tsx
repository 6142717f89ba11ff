// What each side decides about an offer. A button is there when the view permits it; what cannot be undone
// asks first and names what follows.
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { AskingWhyButton } from '@/ui/AskingWhyButton';
import { ButtonLink } from '@/ui/Link';
import { Money } from '@/ui/values';
import { useSides } from '@/app/sides';
import { useCustomOfferChanges, type CustomOffer } from './queries';

interface Props {
  offer: CustomOffer;
}

export function OfferActions({ offer }: Props) {
  const { t } = useTranslation('custom-offers');
  const can = (action: string) => offer.actions.includes(action);
  return (
    <>
      {/* A question that names another version than the one in force closes. */}
      {can('accept') && <Accept key={offer.number} offer={offer} />}
      {offer.order && (
        <ButtonLink href={urls.order(offer.order)}>{t('sheet.orderMade')}</ButtonLink>
      )}
      {can('revise') && (
        <ButtonLink href={urls.customOfferEdit(offer.id)} variant="default">
          {t('reviseButton')}
        </ButtonLink>
      )}
      <ButtonLink href={urls.conversation(offer.conversation)} variant="default">
        {t('sheet.conversation')}
      </ButtonLink>
      {can('decline') && <Decline offer={offer} />}
      {can('withdraw') && <Withdraw offer={offer} />}
    </>
  );
}

/** Names the version that was read: an older one would be refused. */
function Accept({ offer }: Props) {
  const { t } = useTranslation('custom-offers');
  const { accept, pay } = useCustomOfferChanges();
  const { other: name } = useSides(offer);
  const go = useGo();
  const { number, questions, terms } = offer;
  const held = offer.settlement === 'held';
  return (
    <AskingButton
      primary
      label={t('accept.button')}
      title={t('accept.title', { name })}
      confirmLabel={t('accept.button')}
      consequences={[
        <>
          {t(terms.kind === 'hourly' ? 'accept.estimate' : 'accept.price', { number })}{' '}
          <Money value={terms.totals.gross} /> {t('gross')}.
        </>,
        held && t('accept.pays', { name }),
        questions.length > 0 && t('accept.asks', { count: questions.length }),
        questions.length === 0 && !held && t('accept.starts'),
        t('accept.contacts'),
        t(held ? 'accept.held' : 'accept.direct', { name }),
      ].filter(Boolean)}
      onConfirm={async () => {
        const order = await accept(offer.id, number);
        go(urls.order(order.id));
        if (!order.actions.includes('pay')) return;
        // What goes wrong here is told by the order's page, which has the same button.
        const payment = await pay(order.id).catch(() => null);
        if (payment) go(urls.payment(payment.id));
      }}
      done={t(held ? 'accept.doneHeld' : 'accept.done')}
    />
  );
}

function Decline({ offer }: Props) {
  const { t } = useTranslation('custom-offers');
  const { decline } = useCustomOfferChanges();
  const { other: name } = useSides(offer);
  return (
    <AskingWhyButton
      label={t('decline.button')}
      title={t('decline.title', { name })}
      confirmLabel={t('decline.confirm')}
      consequences={[t('decline.told', { name })]}
      onConfirm={(reason) => decline(offer.id, reason)}
      done={t('decline.done')}
      reasonLabel={t('decline.reason')}
      reasonHint={t('decline.reasonHint')}
    />
  );
}

function Withdraw({ offer }: Props) {
  const { t } = useTranslation('custom-offers');
  const { withdraw } = useCustomOfferChanges();
  const { other: name } = useSides(offer);
  return (
    <AskingButton
      danger
      label={t('withdraw.button')}
      title={t('withdraw.title')}
      confirmLabel={t('withdraw.button')}
      consequences={[t('withdraw.told', { name }), t('withdraw.again')]}
      onConfirm={() => withdraw(offer.id)}
      done={t('withdraw.done')}
    />
  );
}
