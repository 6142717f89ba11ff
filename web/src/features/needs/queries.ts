// What the API is asked about needs: who would get one, sending it, and where those that were sent stand.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Need = Schemas['NeedView'];
export type NeedInput = Schemas['NeedInput'];
export type Match = Schemas['NeedMatchView'];
export type Recipient = Schemas['NeedRecipientView'];

export type RecipientState = 'waiting' | 'answered' | 'declined' | 'blocked';

export const needsQuery = infiniteQueryOptions({
  queryKey: ['needs', 'list'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/needs', { params: { query: { page: pageParam } } })),
  ...keyset,
});

export const needQuery = (id: string) =>
  queryOptions({
    queryKey: ['needs', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/needs/{id}', { params: { path: { id } } })),
  });

/** Who would get a need. Nothing is sent. */
export const preview = async (need: NeedInput): Promise<Match[]> =>
  (await unwrap(api.POST('/v1/needs/preview', { body: need }))).items;

/** Sends a need; each of those who get it has it in its conversation. */
export function useSending() {
  const client = useQueryClient();
  return async (need: NeedInput, providers: string[], key: string): Promise<Need> => {
    const headers = { 'Idempotency-Key': key };
    const sent = await unwrap(api.POST('/v1/needs', { headers, body: { need, providers } }));
    const about = ['needs', 'conversations', 'todo'];
    await client.invalidateQueries({
      predicate: ({ queryKey }) => about.includes(String(queryKey[0])),
    });
    return sent;
  };
}
