// The catalogues and settings that many pages need. They hardly change, so one reading serves a visit.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';

export const tradesQuery = queryOptions({
  queryKey: ['trades'],
  queryFn: () => unwrap(api.GET('/v1/trades')),
  staleTime: Infinity,
});

export const departementsQuery = queryOptions({
  queryKey: ['departements'],
  queryFn: () => unwrap(api.GET('/v1/departements')),
  staleTime: Infinity,
});

/** The operator's choices: limits, delays, version of the terms. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => unwrap(api.GET('/v1/settings')),
  staleTime: Infinity,
});

/** What each plan gives. */
export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => unwrap(api.GET('/v1/plans')),
  staleTime: Infinity,
});

/** The trades named in the reader's language, ready for TradeSelect. */
export function useTrades() {
  const french = useTranslation('app').i18n.language === 'fr';
  return useQuery({
    ...tradesQuery,
    select: ({ items }) =>
      items.map((trade) => ({
        slug: trade.slug,
        name: french ? trade.name_fr : trade.name_en,
        family: french ? trade.family_fr : trade.family_en,
        per_guest: trade.per_guest,
      })),
  });
}

/** The name of a trade, or its slug while the catalogue is on its way. */
export function useTradeName(): (slug: string) => string {
  const trades = useTrades().data;
  return (slug) => trades?.find((trade) => trade.slug === slug)?.name ?? slug;
}

/** The départements, ready for DepartementSelect. */
export function useDepartements() {
  return useQuery({ ...departementsQuery, select: ({ items }) => items });
}

/** « Seine-Maritime (76) », or the code while the catalogue is on its way. */
export function useDepartementName(): (code: string) => string {
  const departements = useDepartements().data;
  return (code) => {
    const known = departements?.find((departement) => departement.code === code);
    return known ? `${known.name} (${code})` : code;
  };
}

/** « Rouen, Seine-Maritime (76) », and « Paris (75) » where both have one name. */
export function usePlaceName(): (town: string, departement?: string | null) => string {
  const named = useDepartementName();
  return (town, departement) => {
    const around = departement ? named(departement) : '';
    if (town && around.startsWith(`${town} (`)) return around;
    return [town, around].filter(Boolean).join(', ');
  };
}

export const eventKindsQuery = queryOptions({
  queryKey: ['event-kinds'],
  queryFn: () => unwrap(api.GET('/v1/event-kinds')),
  staleTime: Infinity,
});

/** The kinds of events, named in the reader's language, each with a text to begin from. */
export function useEventKinds() {
  const french = useTranslation('app').i18n.language === 'fr';
  return useQuery({
    ...eventKindsQuery,
    select: ({ items }) =>
      items.map((kind) => ({
        slug: kind.kind,
        name: french ? kind.name_fr : kind.name_en,
        sample: french ? kind.sample_fr : kind.sample_en,
      })),
  });
}

/** The name of a kind of event, or nothing while it is unknown. */
export function useEventKindName(): (slug: string | null | undefined) => string {
  const kinds = useEventKinds().data;
  return (slug) => kinds?.find((kind) => kind.slug === slug)?.name ?? '';
}

export function useSettings() {
  return useQuery(settingsQuery);
}
