// The lots of a tender as others see them: what is wished for, and for a provider the way to answer.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { LotWishes, shownQuantity } from './LotSummary';
import { PLAN_REQUIRED, type Tender, type TenderLot } from './queries';
import classes from './LotSummary.module.css';

export function PublicLots({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <Section title={t('page.trades')}>
      <Rows label={t('page.trades')}>
        {tender.lots.map((lot) => (
          <PublicLot key={lot.id} tender={tender} lot={lot} />
        ))}
      </Rows>
    </Section>
  );
}

function PublicLot({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('tenders');
  const title = useTradeName()(lot.trade);
  return (
    <Row
      title={title}
      facts={[shownQuantity(lot.quantity)]}
      status={
        lot.status === 'open' ? null : (
          <StatusBadge>
            {lot.status === 'closed' ? t('lotStatus.closed') : t('page.given')}
          </StatusBadge>
        )
      }
      actions={<Answer tender={tender} lot={lot} title={title} />}
    >
      <LotWishes lot={lot} empty={t('page.noWishes')} />
      <WhyNot lot={lot} />
    </Row>
  );
}

/** Why this provider may not answer. A lacking plan is said once for all lots, beside them. */
function WhyNot({ lot }: { lot: TenderLot }) {
  const reason = lot.blocked.find(({ action }) => action === 'apply');
  if (!reason || reason.code === PLAN_REQUIRED) return null;
  return <p className={classes.whyNot}>{reason.detail}</p>;
}

interface AnswerProps {
  tender: Tender;
  lot: TenderLot;
  title: string;
}

/** What a provider may do with a lot is in the view's actions; nobody else has any. */
function Answer({ tender, lot, title }: AnswerProps) {
  const { t } = useTranslation('tenders');
  return (
    <>
      {lot.my_offer && (
        <ButtonLink
          href={urls.offer(lot.my_offer.id)}
          variant="default"
          aria-label={t('page.mineNamed', { trade: title })}
        >
          {t('page.mine')}
        </ButtonLink>
      )}
      {lot.actions.includes('apply') && (
        <ButtonLink
          href={urls.apply(tender.slug ?? tender.id, lot.id)}
          variant="default"
          aria-label={t('page.applyNamed', { trade: title })}
        >
          {t('page.apply')}
        </ButtonLink>
      )}
    </>
  );
}
