// The public directory, by trade and by département, with search by name and text (S1-150, S1-151).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useDepartementName, useDepartements, useTradeName, useTrades } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import type { components } from '@/api/schema.gen';
import { urls } from '@/lib/urls';
import { DepartementSelect, TradeSelect } from '@/ui/fields';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { ButtonLink, Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { Stars } from '@/ui/Stars';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Monogram } from './Monogram';
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
      />
      <Filters />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nobody />}>
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
  const title = trade ? t('directory.inTrade', { trade: tradeName(trade) }) : t('directory.title');
  return departement ? t('directory.inPlace', { title, place: placeName(departement) }) : title;
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
        value={filters.one('q') ?? ''}
        onChange={(q) => filters.set({ q })}
      />
      <TradeSelect
        clearable
        options={trades}
        value={filters.one('trade') ?? null}
        onChange={(trade) => filters.set({ trade })}
      />
      <DepartementSelect
        clearable
        options={departements}
        value={filters.one('departement') ?? null}
        onChange={(departement) => filters.set({ departement })}
      />
    </FilterBar>
  );
}

function ProviderRow({ provider }: { provider: components['schemas']['ProviderCard'] }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  return (
    <Row
      lead={<Monogram name={provider.name} />}
      title={provider.name}
      href={urls.provider(provider.handle)}
      facts={[
        tradeName(provider.main_trade),
        `${provider.town}, ${placeName(provider.departement)}`,
        provider.is_new ? (
          t('new')
        ) : (
          <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
        ),
      ]}
      status={provider.plan === 'vip_plus' && <StatusBadge tone="positive">{t('vip')}</StatusBadge>}
    >
      {provider.excerpt && <p>{provider.excerpt}</p>}
    </Row>
  );
}

function Nobody() {
  const { t } = useTranslation('providers');
  return (
    <EmptyState
      title={t('directory.empty')}
      action={<ButtonLink href={urls.newEvent()}>{t('directory.post')}</ButtonLink>}
    >
      <p>{t('directory.emptyText')}</p>
    </EmptyState>
  );
}
