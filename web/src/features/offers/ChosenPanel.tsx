// The provider a lot was given to: waiting for its answer, at work, or done, with how it is paid and what the client
// can do.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CompleteMission } from '@/app/CompleteMission';
import { MissionReview } from '@/app/MissionReview';
import type { components } from '@/api/schema.gen';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { ContactCard } from '@/ui/ContactCard';
import { ButtonLink, Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { Countdown, DateText, Money } from '@/ui/values';
import { FollowOrder } from './FollowOrder';
import { offerQuery, useOfferChanges, type Offer, type Tender, type TenderLot } from './queries';
import { settlementOf } from './status';
import classes from './ChosenPanel.module.css';

interface ChosenPanelProps {
  tender: Tender;
  lot: TenderLot;
  award: components['schemas']['AwardView'];
}

export function ChosenPanel({ tender, lot, award }: ChosenPanelProps) {
  const query = useQuery(offerQuery(award.offer_id));
  return (
    <QueryState query={query} waiting={<RowsSkeleton count={2} />}>
      {(offer) => (
        <>
          <Panel offer={offer} tender={tender} lot={lot} />
          {offer.contacts && <ContactCard contact={offer.contacts.provider} side="provider" />}
          {offer.review_id && <MissionReview id={offer.review_id} />}
        </>
      )}
    </QueryState>
  );
}

interface PanelProps {
  offer: Offer;
  tender: Tender;
  lot: TenderLot;
}

function Panel({ offer, tender, lot }: PanelProps) {
  const { t } = useTranslation('offers');
  const name = offer.provider.name;
  const settlement = settlementOf(offer.lot);
  const can = (action: string) => offer.actions.includes(action);
  return (
    <section className={classes.panel} data-status={lot.status}>
      <div className={classes.words}>
        <h2>
          {t(`given.${lot.status as 'chosen' | 'in_work' | 'done'}`, { name, context: settlement })}
        </h2>
        <p>
          <Standing offer={offer} />
        </p>
        <p>
          {t('given.terms', { number: offer.lot.agreed_version ?? offer.number })}{' '}
          <strong>
            <Money value={offer.totals.gross} />
          </strong>
          . <Link href={urls.provider(offer.provider.handle)}>{t('given.sheet')}</Link>
          {' · '}
          <Link
            href={urls.newConversation(offer.provider.handle, { tender: tender.id })}
            aria-label={t('write.named', { name })}
          >
            {t('write.provider')}
          </Link>
        </p>
        {lot.status !== 'done' && (
          <>
            <p>{t(`given.pays.${settlement ?? 'direct'}`, { name })}</p>
            <Notice tone="caution">{t(`caution.${settlement ?? 'direct'}`)}</Notice>
          </>
        )}
      </div>
      <div className={classes.actions}>
        {can('withdraw_choice') && <WithdrawChoice lot={lot.id} name={name} />}
        {can('complete') && <CompleteMission tender={tender.id} lot={lot.id} name={name} />}
        {can('review') && (
          <ButtonLink href={urls.lotReview(tender.id, lot.id)}>{t('given.review')}</ButtonLink>
        )}
        <FollowOrder offer={offer} />
      </div>
    </section>
  );
}

function Standing({ offer: { lot } }: { offer: Offer }): ReactNode {
  const { t } = useTranslation('offers');
  if (lot.ended_at) {
    return (
      <>
        {t('given.endedOn')} <DateText value={lot.ended_at} />.
      </>
    );
  }
  if (lot.started_at) {
    return (
      <>
        {t('given.confirmedOn')} <DateText value={lot.started_at} />. {t('given.frozen')}
      </>
    );
  }
  if (!lot.confirm_by) return null;
  return (
    <>
      {t('given.left')}{' '}
      <strong>
        <Countdown until={lot.confirm_by} />
      </strong>
      . {t('given.after')}
    </>
  );
}

function WithdrawChoice({ lot, name }: { lot: string; name: string }) {
  const { t } = useTranslation('offers');
  const { withdrawChoice } = useOfferChanges();
  return (
    <AskingButton
      label={t('withdrawChoice.button')}
      title={t('withdrawChoice.title', { name })}
      confirmLabel={t('withdrawChoice.button')}
      consequences={[t('withdrawChoice.told', { name }), t('withdrawChoice.open')]}
      onConfirm={() => withdrawChoice(lot)}
      done={t('withdrawChoice.done')}
    />
  );
}
