// « Litiges »: those of one's party; for an operator, those to which it was called.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { Countdown, DateText, Money } from '@/ui/values';
import { useNames, useReader } from './people';
import { disputesQuery, type Dispute } from './queries';
import { isTodo, stateOf, toneOf } from './standing';

const OVER = 'termines';

export default function DisputesPage() {
  const { t } = useTranslation('disputes');
  const reader = useReader();
  const over = useUrlFilters().one('onglet') === OVER;
  const list = useInfiniteQuery(disputesQuery(over));
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t(reader === 'operator' ? 'list.leadOperator' : 'list.lead')}
      />
      <TabLinks
        label={t('list.tabs')}
        tabs={[
          { href: urls.disputes(), label: t('list.running'), current: !over },
          { href: urls.disputes({ onglet: OVER }), label: t('list.over'), current: over },
        ]}
      />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nothing over={over} />}>
        {(disputes) => (
          <Rows>
            {disputes.map((dispute) => (
              <DisputeRow key={dispute.id} dispute={dispute} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function Nothing({ over }: { over: boolean }) {
  const { t } = useTranslation('disputes');
  const isOperator = useReader() === 'operator';
  if (over) return <EmptyState title={t('list.noneOver')} />;
  return (
    <EmptyState
      title={t('list.none')}
      action={
        !isOperator && (
          <ButtonLink href={urls.orders()} variant="default">
            {t('list.orders')}
          </ButtonLink>
        )
      }
    >
      <p>{t(isOperator ? 'list.noneOperator' : 'list.noneText')}</p>
    </EmptyState>
  );
}

function DisputeRow({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { others } = useNames(dispute);
  const state = stateOf(dispute);
  return (
    <Row
      pinned={isTodo(dispute)}
      title={dispute.title}
      href={urls.dispute(dispute.id)}
      facts={[
        others,
        <>
          <Money value={dispute.at_stake} cents="auto" /> {t('atStake')}
        </>,
        state === 'open' ? (
          <>
            {t('list.escalates')} <Countdown until={dispute.escalates_at} />
          </>
        ) : (
          <>
            {t('list.opened')} <DateText value={dispute.opened_at} />
          </>
        ),
      ]}
      status={<StatusBadge tone={toneOf(dispute)}>{t(`state.${state}`)}</StatusBadge>}
    />
  );
}
