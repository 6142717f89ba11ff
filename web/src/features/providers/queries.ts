import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

export type Provider = components['schemas']['ProviderView'];

export interface DirectoryFilters {
  trade?: string | undefined;
  departement?: string | undefined;
  q?: string | undefined;
}

export const directoryQuery = (filters: DirectoryFilters) =>
  infiniteQueryOptions({
    queryKey: ['providers', filters],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/providers', { params: { query: { ...filters, page: pageParam } } })),
    ...keyset,
  });

export const providerQuery = (handle: string) =>
  queryOptions({
    queryKey: ['provider', handle],
    queryFn: () => unwrap(api.GET('/v1/providers/{handle}', { params: { path: { handle } } })),
  });

export const providerServicesQuery = (handle: string) =>
  infiniteQueryOptions({
    queryKey: ['provider-services', handle],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/providers/{handle}/services', {
          params: { path: { handle }, query: { page: pageParam } },
        }),
      ),
    ...keyset,
  });

export const providerReviewsQuery = (handle: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', handle],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/providers/{handle}/reviews', {
          params: { path: { handle }, query: { page: pageParam } },
        }),
      ),
    ...keyset,
  });
