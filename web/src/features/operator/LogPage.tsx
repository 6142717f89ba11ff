// « Journal »: every decision, who took it and when; by kind of fact, or by the thing it is about.
import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, ListState } from '@/ui/states';
import { FactList } from './FactList';
import { factsQuery } from './queries';

export default function LogPage() {
  const { t } = useTranslation('operator');
  const filters = useUrlFilters();
  const list = useInfiniteQuery(
    factsQuery({ kind: filters.one('kind'), subject: filters.one('subject') }),
  );
  return (
    <Page>
      <PageHeader title={t('log.title')} lead={t('log.lead')} />
      <Filters />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState title={t('log.empty')} drawing="programme">
            {t('log.emptyText')}
          </EmptyState>
        }
      >
        {(facts) => <FactList facts={facts} />}
      </ListState>
    </Page>
  );
}

interface Choices {
  group: string;
  items: { value: string; label: string }[];
}

/** The kinds of facts by what they are about, as the filter offers them. */
function useChoices(): Choices[] {
  const { t } = useTranslation('operator');
  const things = t('things', { returnObjects: true });
  const kinds: Record<string, Record<string, string>> = t('kinds', { returnObjects: true });
  return Object.entries(things).map(([thing, group]) => ({
    group,
    items: Object.entries(kinds[thing] ?? {}).map(([what, label]) => ({
      value: `${thing}.${what}`,
      label,
    })),
  }));
}

function Filters() {
  const { t } = useTranslation('operator');
  const filters = useUrlFilters();
  const choices = useChoices();
  const [kind, subject] = [filters.one('kind'), filters.one('subject')];
  const nameOf = (value: string) =>
    choices.flatMap(({ items }) => items).find((item) => item.value === value)?.label ?? value;
  const active = [
    ...(kind ? [{ label: nameOf(kind), onRemove: () => filters.set({ kind: null }) }] : []),
    ...(subject ? [{ label: subject, onRemove: () => filters.set({ subject: null }) }] : []),
  ];
  return (
    <FilterBar active={active} onClear={filters.clear}>
      <Select
        clearable
        searchable
        label={t('log.kind')}
        placeholder={t('log.anyKind')}
        nothingFoundMessage={t('log.noKind')}
        data={choices}
        value={kind ?? null}
        onChange={(value) => filters.set({ kind: value })}
      />
      <SearchField
        label={t('log.subject')}
        placeholder={t('log.subjectHint')}
        value={subject ?? ''}
        onChange={(text) => filters.set({ subject: text.trim() })}
      />
    </FilterBar>
  );
}
