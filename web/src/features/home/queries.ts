import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

/** As many as the home page has room for. */
export const TENDERS_SHOWN = 6;
export const PROVIDERS_SHOWN = 6;

export const newestTendersQuery = queryOptions({
  queryKey: ['tenders', 'home'],
  queryFn: () => unwrap(api.GET('/v1/tenders', { params: { query: { limit: TENDERS_SHOWN } } })),
});

export const firstProvidersQuery = queryOptions({
  queryKey: ['providers', 'home'],
  queryFn: () =>
    unwrap(api.GET('/v1/providers', { params: { query: { limit: PROVIDERS_SHOWN } } })),
});
