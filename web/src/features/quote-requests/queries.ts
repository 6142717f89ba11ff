// What the API is asked about quote requests: those of one's party, one of them, what is done.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type QuoteRequest = Schemas['QuoteRequestView'];
export type QuoteRequestInput = Schemas['QuoteRequestInput'];
export type Service = Schemas['ServiceView'];

const at = (id: string) => ({ path: { id } });

/** The service, kept where its own page keeps it. */
export const serviceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['services', 'one', slug],
    queryFn: () => unwrap(api.GET('/v1/services/{id}', { params: at(slug) })),
  });

export const quoteRequestsQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ['quote-requests', 'list', open],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/quote-requests', { params: { query: { open, page: pageParam } } })),
    ...keyset,
  });

export const quoteRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['quote-requests', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/quote-requests/{id}', { params: at(id) })),
  });

/** What both sides do. The conversation tells it too, and accepting makes an offer. */
export function useQuoteRequestChanges() {
  const client = useQueryClient();
  const about = ['quote-requests', 'custom-offers', 'conversations', 'todo'];
  async function then<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } finally {
      // After a refusal too: what was seen is then no longer so.
      await client.invalidateQueries({
        predicate: ({ queryKey }) => about.includes(String(queryKey[0])),
      });
    }
  }
  return {
    ask: (body: QuoteRequestInput, key: string) =>
      then(unwrap(api.POST('/v1/quote-requests', { headers: { 'Idempotency-Key': key }, body }))),
    accept: (id: string, vat_rate: number) =>
      then(
        unwrap(api.POST('/v1/quote-requests/{id}/accept', { params: at(id), body: { vat_rate } })),
      ),
    decline: (id: string, reason: string) =>
      then(
        unwrap(api.POST('/v1/quote-requests/{id}/decline', { params: at(id), body: { reason } })),
      ),
    withdraw: (id: string) =>
      then(unwrap(api.POST('/v1/quote-requests/{id}/withdraw', { params: at(id), body: {} }))),
  };
}
