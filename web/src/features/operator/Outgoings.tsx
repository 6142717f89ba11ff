// Refunds and payouts, the newest first. A refund that did not arrive is sent off again from here; a payout
// that did not is owed again by itself.
import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { FilterBar } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money, useLocale } from '@/ui/values';
import { outgoingsQuery, useActs, type Outgoing } from './queries';
import {
  failureOf,
  oneOf,
  OUTGOING_KINDS,
  OUTGOING_STATES,
  OUTGOING_TONES,
  type OutgoingKind,
  type OutgoingState,
} from './words';

function useWanted() {
  const filters = useUrlFilters();
  return {
    kind: oneOf(OUTGOING_KINDS, filters.one('kind')),
    state: oneOf(OUTGOING_STATES, filters.one('state')),
  };
}

export function Outgoings() {
  const { t } = useTranslation('operator');
  const list = useInfiniteQuery(outgoingsQuery(useWanted()));
  return (
    <Section title={t('money.outgoings')} lead={t('money.outgoingsLead')}>
      <Filters />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nothing />}>
        {(outgoings) => (
          <Rows label={t('money.outgoings')}>
            {outgoings.map((outgoing) => (
              <OutgoingRow key={outgoing.id} outgoing={outgoing} />
            ))}
          </Rows>
        )}
      </ListState>
    </Section>
  );
}

function Nothing() {
  const { t } = useTranslation('operator');
  const { kind, state } = useWanted();
  if (kind || state) {
    return <EmptyState title={t('money.noMatch')}>{t('money.noMatchText')}</EmptyState>;
  }
  return <EmptyState title={t('money.none')}>{t('money.noneText')}</EmptyState>;
}

function Filters() {
  const { t } = useTranslation('operator');
  const filters = useUrlFilters();
  const { kind, state } = useWanted();
  const active = [
    ...(kind
      ? [{ label: t(`outgoingKinds.${kind}`), onRemove: () => filters.set({ kind: null }) }]
      : []),
    ...(state
      ? [{ label: t(`outgoingStates.${state}`), onRemove: () => filters.set({ state: null }) }]
      : []),
  ];
  return (
    <FilterBar active={active} onClear={filters.clear}>
      <Select
        clearable
        label={t('money.kind')}
        placeholder={t('money.anyKind')}
        data={OUTGOING_KINDS.map((value) => ({ value, label: t(`outgoingKinds.${value}`) }))}
        value={kind ?? null}
        onChange={(value) => filters.set({ kind: value })}
      />
      <Select
        clearable
        label={t('money.state')}
        placeholder={t('money.anyState')}
        data={OUTGOING_STATES.map((value) => ({ value, label: t(`outgoingStates.${value}`) }))}
        value={state ?? null}
        onChange={(value) => filters.set({ state: value })}
      />
    </FilterBar>
  );
}

const nameOf = ({ to }: Outgoing) => to.name ?? to.handle;

function OutgoingRow({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation('operator');
  const state = outgoing.state as OutgoingState;
  const failure = failureOf(outgoing.failure);
  return (
    <Row
      title={<Money value={outgoing.amount} />}
      facts={[
        <>
          {t(`outgoingKinds.${outgoing.kind as OutgoingKind}`)} {t('money.to')}{' '}
          <Link href={urls.operatorOrganization(outgoing.to.id)}>{nameOf(outgoing)}</Link>
        </>,
        <>
          {t('money.decided')} <DateText value={outgoing.created_at} as="day-time" />
        </>,
        outgoing.settled_at && (
          <>
            {t('money.settled')} <DateText value={outgoing.settled_at} as="day-time" />
          </>
        ),
        outgoing.order && (
          <Link href={urls.operatorLog({ subject: outgoing.order })}>{t('money.order')}</Link>
        ),
      ]}
      status={
        <StatusBadge tone={OUTGOING_TONES[state]}>{t(`outgoingStates.${state}`)}</StatusBadge>
      }
      actions={outgoing.actions.includes('retry') && <Retry outgoing={outgoing} />}
    >
      {failure && <p>{t(`failures.${failure}`, { code: outgoing.failure })}</p>}
    </Row>
  );
}

function Retry({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation('operator');
  const { retryRefund } = useActs();
  const name = nameOf(outgoing);
  const amount = formatMoney(outgoing.amount, useLocale());
  return (
    <AskingButton
      label={t('money.retry')}
      aria-label={t('money.retryFor', { amount, name })}
      title={t('money.retryQuestion', { amount, name })}
      consequences={t('money.consequences', { returnObjects: true })}
      confirmLabel={t('money.retry')}
      onConfirm={() => retryRefund(outgoing.id)}
      done={t('money.retried', { name })}
    />
  );
}
