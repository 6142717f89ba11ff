// The catalogue: what providers sell at a price that is told, by trade, place and words (S5-010).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { DescribeNeed } from '@/app/DescribeNeed';
import { useDepartementName, useDepartements, useTradeName, useTrades } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DepartementSelect, TradeSelect } from '@/ui/fields';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { ButtonLink, Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { ServiceRow } from '@/ui/ServiceRow';
import { EmptyState, ListState, RowsSkeleton } from '@/ui/states';
import { catalogueQuery } from './queries';

export default function CataloguePage() {
  const { t } = useTranslation('services');
  const filters = useUrlFilters();
  const tradeName = useTradeName();
  const [trade, departement, q] = ['trade', 'departement', 'q'].map(filters.one);
  const list = useInfiniteQuery(catalogueQuery({ trade, departement, q }));
  return (
    <Page>
      <PageHeader
        title={useTitle(trade, departement)}
        description={t('catalogue.description')}
        lead={
          <>
            {t('catalogue.lead')} <Link href={urls.ranking}>{t('catalogue.ranking')}</Link>
          </>
        }
        actions={<DescribeNeed />}
      />
      <Filters />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nothing trade={trade} departement={departement} />}
        waiting={<RowsSkeleton pictures count={6} />}
      >
        {(services) => (
          <Rows>
            {services.map((service) => (
              <ServiceRow key={service.id} service={service} trade={tradeName(service.trade)} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function useTitle(trade: string | undefined, departement: string | undefined): string {
  const { t } = useTranslation('services');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const title = trade ? t('catalogue.titleOf', { trade: tradeName(trade) }) : t('catalogue.title');
  return departement ? `${title}, ${placeName(departement)}` : title;
}

interface NothingProps {
  trade: string | undefined;
  departement: string | undefined;
}

function Nothing({ trade, departement }: NothingProps) {
  const { t } = useTranslation('services');
  return (
    <EmptyState
      title={t('catalogue.empty')}
      action={
        <ButtonLink href={urls.directory({ trade, departement })} variant="default">
          {t('catalogue.emptyAction')}
        </ButtonLink>
      }
    >
      <p>{t('catalogue.emptyText')}</p>
    </EmptyState>
  );
}

function Filters() {
  const { t } = useTranslation('services');
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
        label={t('catalogue.search')}
        placeholder={t('catalogue.searchHint')}
        value={filters.one('q') ?? ''}
        onChange={(q) => filters.set({ q })}
      />
      <TradeSelect
        clearable
        options={trades}
        placeholder={t('catalogue.anyTrade')}
        value={filters.one('trade') ?? null}
        onChange={(trade) => filters.set({ trade })}
      />
      <DepartementSelect
        clearable
        options={departements}
        placeholder={t('catalogue.anyPlace')}
        value={filters.one('departement') ?? null}
        onChange={(departement) => filters.set({ departement })}
      />
    </FilterBar>
  );
}
