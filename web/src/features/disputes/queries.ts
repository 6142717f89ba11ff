// What the API is asked about disputes: those of one's party, one of them, what the operator reads, what is done.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Dispute = Schemas['DisputeView'];
export type Exchange = Schemas['ExchangeView'];
export type WayOut = Schemas['WayOutView'];
export type WayOutInput = Schemas['WayOutInput'];

export type DisputeState = 'open' | 'escalated' | 'closed' | 'agreed' | 'ruled' | 'ended';
export type Side = 'client' | 'provider' | 'operator';

const at = (id: string) => ({ path: { id } });

export const disputesQuery = (over: boolean) =>
  infiniteQueryOptions({
    queryKey: ['disputes', 'list', over],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/disputes', { params: { query: { over, page: pageParam } } })),
    ...keyset,
  });

/** Whoever reads a dispute waits for the others: it is asked again now and then. */
const LIVE_MILLISECONDS = 20_000;

export const disputeQuery = (id: string) =>
  queryOptions({
    queryKey: ['disputes', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/disputes/{id}', { params: at(id) })),
    refetchInterval: LIVE_MILLISECONDS,
  });

/** Each reading is logged: it is asked for by a press only. */
export const exchangesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['exchanges', id],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/disputes/{id}/exchanges', {
          params: { ...at(id), query: { page: pageParam } },
        }),
      ),
    ...keyset,
    // Never by itself, nor with everything else when a page is looked at again.
    enabled: false,
    gcTime: 0,
    retry: false,
  });

/** What changes with a dispute. */
const ABOUT = ['disputes', 'orders', 'payouts', 'conversations', 'todo'];

export function useDisputeChanges(id: string) {
  const client = useQueryClient();
  async function kept(answer: Promise<Dispute>): Promise<Dispute> {
    try {
      const dispute = await answer;
      client.setQueryData(disputeQuery(id).queryKey, dispute);
      return dispute;
    } finally {
      // After a refusal too: what was seen is then no longer so.
      await client.invalidateQueries({
        predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])),
      });
    }
  }
  const plain = { params: at(id), body: {} };
  const once = (key: string) => ({ ...at(id), header: { 'Idempotency-Key': key } });
  return {
    say: (text: string, key: string) => {
      const options = { params: at(id), headers: { 'Idempotency-Key': key }, body: { text } };
      return kept(unwrap(api.POST('/v1/disputes/{id}/say', options)));
    },
    propose: (body: WayOutInput, key: string) => {
      const options = { params: at(id), headers: { 'Idempotency-Key': key }, body };
      return kept(unwrap(api.POST('/v1/disputes/{id}/propose', options)));
    },
    agree: () => {
      const options = { params: once(crypto.randomUUID()), body: {} };
      return kept(unwrap(api.POST('/v1/disputes/{id}/agree', options)));
    },
    close: () => kept(unwrap(api.POST('/v1/disputes/{id}/close', plain))),
    escalate: () => kept(unwrap(api.POST('/v1/disputes/{id}/escalate', plain))),
    confirm: () => {
      const options = { params: once(crypto.randomUUID()), body: {} };
      return kept(unwrap(api.POST('/v1/disputes/{id}/confirm', options)));
    },
    rule: (way_out: WayOutInput, ruling: string, key: string) => {
      const options = { params: once(key), body: { way_out, ruling } };
      return kept(unwrap(api.POST('/v1/disputes/{id}/rule', options)));
    },
  };
}
