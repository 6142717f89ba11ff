// The lots of one's own tender: each with where it stands and what comes next (S1-041, S1-042).
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown } from '@/ui/values';
import { LotWishes, shownQuantity } from './LotSummary';
import type { LotStatus, Tender, TenderLot } from './queries';
import { LOT_TONES } from './status';

// Those that wait for the client come first.
const ORDER: Record<LotStatus, number> = {
  open: 0,
  chosen: 1,
  in_work: 2,
  done: 3,
  draft: 4,
  closed: 5,
};

export function OwnLots({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const lots = tender.lots.toSorted(
    (one, other) => ORDER[one.status as LotStatus] - ORDER[other.status as LotStatus],
  );
  return (
    <Section title={t('event.lots')}>
      <Rows label={t('event.lots')}>
        {lots.map((lot) => (
          <OwnLot key={lot.id} tender={tender} lot={lot} />
        ))}
      </Rows>
    </Section>
  );
}

function OwnLot({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('tenders');
  const status = lot.status as LotStatus;
  const title = useTradeName()(lot.trade);
  const applied = lot.offers_count ?? 0;
  const isOpen = status === 'open';
  return (
    <Row
      title={title}
      aside={<StatusBadge tone={LOT_TONES[status]}>{t(`lotStatus.${status}`)}</StatusBadge>}
      facts={[shownQuantity(lot.quantity), <Standing key="standing" lot={lot} />]}
      pinned={isOpen && applied > 0}
      actions={
        status === 'draft' || (isOpen && applied === 0) ? null : (
          <ButtonLink
            href={urls.lot(tender.id, lot.id)}
            variant="default"
            aria-label={`${title} : ${actionText()}`}
          >
            {actionText()}
          </ButtonLink>
        )
      }
    >
      <LotWishes lot={lot} empty="" />
    </Row>
  );

  function actionText(): string {
    if (isOpen) return t('event.compare', { count: applied });
    const ended = status === 'closed' || status === 'done';
    return ended ? t('event.seeLot') : t('event.seeMission');
  }
}

function Standing({ lot }: { lot: TenderLot }) {
  const { t } = useTranslation('tenders');
  const { award } = lot;
  if (lot.status === 'open' && !lot.offers_count) return t('mine.noOffers');
  if (!award) return t('mine.offers', { count: lot.offers_count ?? 0 });
  const name = award.provider.name ?? award.provider.handle;
  if (lot.status === 'chosen' && award.confirm_by) {
    return (
      <>
        {t('event.waitingFor', { name })} <Countdown until={award.confirm_by} />
      </>
    );
  }
  return lot.status === 'done' ? t('event.doneBy', { name }) : t('event.withProvider', { name });
}
