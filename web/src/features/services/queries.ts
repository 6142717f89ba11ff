import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { organizationQuery } from '@/app/session';

type Schemas = components['schemas'];

export type Service = Schemas['ServiceView'];
export type MyService = Schemas['MyServiceView'];
export type ServiceInput = Schemas['ServiceInput'];
export type Organization = Schemas['OrganizationView'];

export interface CatalogueFilters {
  trade?: string | undefined;
  departement?: string | undefined;
  q?: string | undefined;
}

const at = (id: string) => ({ path: { id } });

/** The first custom offers that wait for their client, to be looked at before a leave (S2-044). */
export const pendingOffersQuery = queryOptions({
  queryKey: ['custom-offers', 'pending'],
  queryFn: () =>
    unwrap(api.GET('/v1/custom-offers', { params: { query: { open: true, limit: 5 } } })),
});

export const catalogueQuery = (filters: CatalogueFilters) =>
  infiniteQueryOptions({
    queryKey: ['services', 'catalogue', filters],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/services', { params: { query: { ...filters, page: pageParam } } })),
    ...keyset,
  });

export const serviceQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ['services', 'one', idOrSlug],
    queryFn: () => unwrap(api.GET('/v1/services/{id}', { params: at(idOrSlug) })),
  });

export const myServicesQuery = infiniteQueryOptions({
  queryKey: ['services', 'mine'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/my/services', { params: { query: { page: pageParam, limit: 100 } } })),
  ...keyset,
});

type Step = 'publish' | 'pause' | 'resume';

/** What a provider does on its shelf; what shows it is asked again. */
export function useShelf() {
  const client = useQueryClient();
  const changed = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['services'] }),
      client.invalidateQueries({ queryKey: ['provider'] }),
      client.invalidateQueries({ queryKey: ['provider-services'] }),
    ]);

  async function after<T>(change: Promise<T>): Promise<T> {
    const result = await change;
    await changed();
    return result;
  }

  const seen = (version: number) => ({ 'If-Match': `"${version}"` });
  return {
    create: (body: ServiceInput, key: string) => {
      const header = { 'Idempotency-Key': key } as never;
      return after(unwrap(api.POST('/v1/services', { body, params: { header } })));
    },
    save: ({ id, version }: Service, body: ServiceInput) => {
      const params = { ...at(id), header: seen(version) };
      return after(unwrap(api.PATCH('/v1/services/{id}', { body, params })));
    },
    step: (id: string, step: Step) =>
      after(unwrap(api.POST(`/v1/services/{id}/${step}`, { params: at(id), body: {} }))),
    remove: async ({ id, version }: Pick<MyService, 'id' | 'version'>) => {
      const params = { ...at(id), header: seen(version) };
      await unwrap(api.DELETE('/v1/services/{id}', { params }));
      client.removeQueries({ queryKey: ['services', 'one', id] });
      await changed();
    },
    leave: async (step: 'pause' | 'resume') => {
      const saved = await unwrap(api.POST(`/v1/organization/${step}`, { body: {} }));
      client.setQueryData(organizationQuery.queryKey, saved);
      await changed();
    },
  };
}
