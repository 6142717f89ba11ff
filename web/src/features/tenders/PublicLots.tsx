// The lots of a tender as others see them: what is wished for, and for a provider the way to answer.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { LotWishes, shownQuantity } from './LotSummary';
import type { Tender, TenderLot } from './queries';

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
    </Row>
  );
}

interface AnswerProps {
  tender: Tender;
  lot: TenderLot;
  title: string;
}

function Answer({ tender, lot, title }: AnswerProps) {
  const { t } = useTranslation('tenders');
  const session = useSession();
  if (session.state !== 'signed-in' || session.me.organization.kind !== 'provider') return null;
  if (lot.my_offer) {
    return (
      <ButtonLink href={urls.offer(lot.my_offer.id)} variant="default">
        {t('page.mine')}
      </ButtonLink>
    );
  }
  if (lot.status !== 'open' || session.me.organization.plan !== 'vip_plus') return null;
  return (
    <ButtonLink
      href={urls.apply(tender.slug ?? tender.id, lot.id)}
      variant={tender.lots.length > 1 ? 'default' : 'filled'}
      aria-label={t('page.applyNamed', { trade: title })}
    >
      {t('page.apply')}
    </ButtonLink>
  );
}
