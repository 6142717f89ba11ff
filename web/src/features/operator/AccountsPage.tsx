// Every account and where it stands, found by what one remembers of it; a row leads to its organization.
import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { DateText } from '@/ui/values';
import { AccountBadge } from './badges';
import { accountsQuery, type Account } from './queries';
import { ACCOUNT_STATES, oneOf, ORGANIZATION_KINDS, type OrganizationKind } from './words';

function useWanted() {
  const filters = useUrlFilters();
  return {
    q: filters.one('q'),
    state: oneOf(ACCOUNT_STATES, filters.one('state')),
    kind: oneOf(ORGANIZATION_KINDS, filters.one('kind')),
  };
}

export default function AccountsPage() {
  const { t } = useTranslation('operator');
  const list = useInfiniteQuery(accountsQuery(useWanted()));
  return (
    <Page>
      <PageHeader title={t('accounts.title')} lead={t('accounts.lead')} />
      <Filters />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nobody />}>
        {(accounts) => (
          <Rows label={t('accounts.title')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function Nobody() {
  const { t } = useTranslation('operator');
  return <EmptyState title={t('accounts.empty')}>{t('accounts.emptyText')}</EmptyState>;
}

function Filters() {
  const { t } = useTranslation('operator');
  const filters = useUrlFilters();
  const { q, state, kind } = useWanted();
  const active = [
    ...(q ? [{ label: t('quote', { quote: q }), onRemove: () => filters.set({ q: null }) }] : []),
    ...(state
      ? [{ label: t(`accountStates.${state}`), onRemove: () => filters.set({ state: null }) }]
      : []),
    ...(kind
      ? [{ label: t(`kindNames.${kind}`), onRemove: () => filters.set({ kind: null }) }]
      : []),
  ];
  return (
    <FilterBar active={active} onClear={filters.clear}>
      <SearchField
        label={t('accounts.search')}
        placeholder={t('accounts.searchHint')}
        value={q ?? ''}
        onChange={(text) => filters.set({ q: text.trim() })}
      />
      <Select
        clearable
        label={t('accounts.state')}
        placeholder={t('accounts.anyState')}
        data={ACCOUNT_STATES.map((value) => ({ value, label: t(`accountStates.${value}`) }))}
        value={state ?? null}
        onChange={(value) => filters.set({ state: value })}
      />
      <Select
        clearable
        label={t('accounts.kind')}
        placeholder={t('accounts.anyKind')}
        data={ORGANIZATION_KINDS.map((value) => ({ value, label: t(`kindNames.${value}`) }))}
        value={kind ?? null}
        onChange={(value) => filters.set({ kind: value })}
      />
    </FilterBar>
  );
}

function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation('operator');
  const { organization } = account;
  const person = `${account.given_name} ${account.family_name}`;
  return (
    <Row
      title={organization.name}
      href={urls.operatorOrganization(organization.id)}
      facts={[
        t(`kindNames.${organization.kind as OrganizationKind}`),
        person !== organization.name && person,
        account.email,
        <>
          {t('accounts.since')} <DateText value={account.created_at} as="short" />
        </>,
      ]}
      status={<AccountBadge state={account.state} />}
    />
  );
}
