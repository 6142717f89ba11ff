// The catalogues that many pages need: trades and départements. They hardly change, so one reading
// serves a whole visit; they carry names in the reader's language.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '@/api/client';
import type { DepartementOption, TradeOption } from '@/ui/fields';

async function list<T>(path: string): Promise<T[]> {
  const response = await call(new Request(path));
  return ((await response.json()) as { items: T[] }).items;
}

export const tradesQuery = (language: string) =>
  queryOptions({
    queryKey: ['trades', language],
    queryFn: () => list<TradeOption>('/v1/trades'),
    staleTime: Infinity,
  });

export const departementsQuery = queryOptions({
  queryKey: ['departements'],
  queryFn: () => list<DepartementOption>('/v1/departements'),
  staleTime: Infinity,
});

export function useTrades() {
  const { i18n } = useTranslation('app');
  return useQuery(tradesQuery(i18n.language));
}

export function useDepartements() {
  return useQuery(departementsQuery);
}
