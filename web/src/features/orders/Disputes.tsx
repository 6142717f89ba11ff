// The disputes about an order: the one that goes on first, then those that are over.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money } from '@/ui/values';
import { disputesQuery, type Dispute, type Order } from './queries';

function useDisputesOf({ id }: Pick<Order, 'id'>): Dispute[] {
  const all = useQuery(disputesQuery(id)).data?.items ?? [];
  return all.toSorted(
    (one, other) => Number(Boolean(one.ended_at)) - Number(Boolean(other.ended_at)),
  );
}

export function Disputes({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const disputes = useDisputesOf(order);
  if (disputes.length === 0) return null;
  return (
    <Section title={t('disputes.title')}>
      <Rows>
        {disputes.map((dispute) => (
          <Row
            key={dispute.id}
            pinned={!dispute.ended_at}
            title={t(`disputes.opened.${dispute.opener as 'client'}`)}
            href={urls.dispute(dispute.id)}
            facts={[
              <DateText key="at" value={dispute.opened_at} />,
              <>
                <Money value={dispute.at_stake} cents="auto" /> {t('disputes.atStake')}
              </>,
            ]}
            status={
              <StatusBadge tone={dispute.ended_at ? 'quiet' : 'caution'}>
                {t(`disputes.state.${dispute.state as 'open'}`)}
              </StatusBadge>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

/** The dispute that an order stands still for. */
export function useOpenDispute(order: Pick<Order, 'id'>): Dispute | undefined {
  return useDisputesOf(order).find(({ ended_at }) => !ended_at);
}
