// The public directory, by trade and by département, with search by name and text (S1-150, S1-151).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { DescribeNeed } from '@/app/DescribeNeed';
import { useDepartementName, useDepartements, useTradeName, useTrades } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DepartementSelect, TradeSelect } from '@/ui/fields';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { ListState, RowsSkeleton } from '@/ui/states';
import { Nobody } from './Nobody';
import { ProviderRow } from './ProviderRow';
import { directoryQuery } from './queries';

export default function DirectoryPage() {
  const { t } = useTranslation('providers');
  const filters = useUrlFilters();
  const [trade, departement, q] = ['trade', 'departement', 'q'].map(filters.one);
  const list = useInfiniteQuery(directoryQuery({ trade, departement, q }));
  return (
    <Page>
      <PageHeader
        title={useTitle(trade, departement)}
        description={t('directory.description')}
        lead={
          <>
            {t('directory.lead')} <Link href={urls.ranking}>{t('directory.ranking')}</Link>
          </>
        }
        actions={<DescribeNeed />}
      />
      <Filters />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nobody />}
        waiting={<RowsSkeleton pictures count={6} />}
      >
        {(providers) => (
          <Rows>
            {providers.map((provider) => (
              <ProviderRow key={provider.id} provider={provider} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function useTitle(trade: string | undefined, departement: string | undefined): string {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const title = trade ? tradeName(trade) : t('directory.title');
  return departement ? `${title}, ${placeName(departement)}` : title;
}

function Filters() {
  const { t } = useTranslation('providers');
  const filters = useUrlFilters();
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const trades = useTrades().data ?? [];
  const departements = useDepartements().data ?? [];
  const remove = (name: string) => () => filters.set({ [name]: null });
  const labels = {
    trade: tradeName,
    departement: placeName,
    q: (text: string) => `« ${text} »`,
  };
  const active = (['trade', 'departement', 'q'] as const).flatMap((name) => {
    const value = filters.one(name);
    return value ? [{ label: labels[name](value), onRemove: remove(name) }] : [];
  });
  return (
    <FilterBar active={active} onClear={filters.clear}>
      <SearchField
        label={t('directory.search')}
        placeholder={t('directory.searchHint')}
        value={filters.one('q') ?? ''}
        onChange={(q) => filters.set({ q })}
      />
      <TradeSelect
        clearable
        options={trades}
        placeholder={t('directory.anyTrade')}
        value={filters.one('trade') ?? null}
        onChange={(trade) => filters.set({ trade })}
      />
      <DepartementSelect
        clearable
        options={departements}
        placeholder={t('directory.anyPlace')}
        value={filters.one('departement') ?? null}
        onChange={(departement) => filters.set({ departement })}
      />
    </FilterBar>
  );
}
