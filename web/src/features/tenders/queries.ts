// What the API is asked about tenders. A tender is kept under its id and, for its page, under its slug.
import {
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Tender = Schemas['TenderView'];
export type TenderLot = Schemas['TenderLotView'];
export type TenderEvent = Schemas['EventView'];
export type TenderInput = Schemas['TenderInput'];
export type TenderCard = Schemas['TenderCard'];
export type MyTender = Schemas['MyTender'];
export type MyLot = Schemas['MyLot'];
export type Progress = Schemas['ProgressView'];
export type TenderStatus = 'draft' | 'open' | 'awaiting' | 'in_work' | 'done' | 'closed';
export type LotStatus = 'draft' | 'open' | 'chosen' | 'in_work' | 'done' | 'closed';
export type CloseReason =
  'no_suitable_provider' | 'event_cancelled' | 'account_closed' | 'event_past';

/** Why a provider of this trade and place may not answer: it lacks the paid plan (S1-069). */
export const PLAN_REQUIRED = 'plan_required';

interface Filters {
  trade?: string | undefined;
  departement?: string | undefined;
}

export const openTendersQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['tenders', 'open', filters],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/tenders', { params: { query: { ...filters, page: pageParam } } })),
    ...keyset,
  });

export const tenderQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ['tenders', 'one', idOrSlug],
    queryFn: () => unwrap(api.GET('/v1/tenders/{id}', { params: { path: { id: idOrSlug } } })),
  });

export const myTendersQuery = (state?: TenderStatus) =>
  infiniteQueryOptions({
    queryKey: ['tenders', 'mine', state ?? 'all'],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/my/tenders', { params: { query: { state, page: pageParam } } })),
    ...keyset,
  });

export type LotTab = 'awaiting' | 'in_work' | 'done';

export const myLotsQuery = (tab: LotTab) =>
  infiniteQueryOptions({
    queryKey: ['lots', 'mine', tab],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/my/lots', { params: { query: { tab, page: pageParam } } })),
    ...keyset,
  });

/** After a change: the new view is kept, everything else about tenders is asked again. */
async function keep(client: QueryClient, tender: Tender): Promise<Tender> {
  client.setQueryData(tenderQuery(tender.id).queryKey, tender);
  if (tender.slug) client.setQueryData(tenderQuery(tender.slug).queryKey, tender);
  await client.invalidateQueries({ queryKey: ['tenders'], refetchType: 'none' });
  await client.invalidateQueries({ queryKey: ['lots'], refetchType: 'none' });
  return tender;
}

const at = (id: string) => ({ path: { id } });

/** What one does with tenders. Each answers the tender as it is afterwards. */
export function useTenderChanges() {
  const client = useQueryClient();
  const kept = (tender: Promise<Tender>) => tender.then((one) => keep(client, one));
  return {
    begin: (body: TenderInput, key: string) =>
      kept(
        unwrap(
          api.POST('/v1/tenders', {
            body,
            params: { header: { 'Idempotency-Key': key } } as never,
          }),
        ),
      ),
    write: (tender: Tender, body: TenderInput) =>
      kept(
        unwrap(
          api.PATCH('/v1/tenders/{id}', {
            params: { ...at(tender.id), header: ifMatch(`"${tender.version}"`) },
            body,
          }),
        ),
      ),
    publish: (id: string) =>
      kept(unwrap(api.POST('/v1/tenders/{id}/publish', { params: at(id), body: {} }))),
    close: (id: string, body: Schemas['Closing']) =>
      kept(unwrap(api.POST('/v1/tenders/{id}/close', { params: at(id), body }))),
    hide: (id: string) =>
      kept(unwrap(api.POST('/v1/tenders/{id}/hide', { params: at(id), body: {} }))),
    unhide: (id: string) =>
      kept(unwrap(api.POST('/v1/tenders/{id}/unhide', { params: at(id), body: {} }))),
    discard: async (tender: Tender) => {
      await api.DELETE('/v1/tenders/{id}', {
        params: { ...at(tender.id), header: ifMatch(`"${tender.version}"`) },
      });
      client.removeQueries({ queryKey: tenderQuery(tender.id).queryKey });
      await client.invalidateQueries({ queryKey: ['tenders'] });
    },
  };
}
