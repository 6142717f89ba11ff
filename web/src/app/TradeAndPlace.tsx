// The filters of every public list: a trade, a département, and words where it has a search. They stand in the
// address.
import { useTranslation } from 'react-i18next';
import { DepartementSelect, TradeSelect } from '@/ui/fields';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { useDepartementName, useDepartements, useTradeName, useTrades } from './reference';
import { useUrlFilters } from './url-state';

interface TradeAndPlaceProps {
  /** What the search looks for, and an example of it; a list without a search has none. */
  search?: { label: string; hint: string };
}

export function TradeAndPlace({ search }: TradeAndPlaceProps) {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const trades = useTrades().data ?? [];
  const departements = useDepartements().data ?? [];
  return (
    <FilterBar active={useActive()} onClear={filters.clear}>
      {search && (
        <SearchField
          label={search.label}
          placeholder={search.hint}
          value={filters.one('q') ?? ''}
          onChange={(q) => filters.set({ q })}
        />
      )}
      <TradeSelect
        clearable
        options={trades}
        placeholder={t('anyTrade')}
        value={filters.one('trade') ?? null}
        onChange={(trade) => filters.set({ trade })}
      />
      <DepartementSelect
        clearable
        options={departements}
        placeholder={t('anyPlace')}
        value={filters.one('departement') ?? null}
        onChange={(departement) => filters.set({ departement })}
      />
    </FilterBar>
  );
}

function useActive() {
  const filters = useUrlFilters();
  const labels = {
    trade: useTradeName(),
    departement: useDepartementName(),
    q: (text: string) => `« ${text} »`,
  };
  return (['trade', 'departement', 'q'] as const).flatMap((name) => {
    const value = filters.one(name);
    if (!value) return [];
    return [{ label: labels[name](value), onRemove: () => filters.set({ [name]: null }) }];
  });
}
