// What the API is asked about payouts: what is owed, where it goes, what was paid out.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type PayoutAccount = Schemas['PayoutAccountView'];
export type Payout = Schemas['PayoutView'];
export type PayoutState = 'created' | 'sent' | 'settled' | 'failed';

export const accountQuery = queryOptions({
  queryKey: ['payouts', 'account'],
  queryFn: () => unwrap(api.GET('/v1/payout-account')),
});

/** What is on its way is asked again now and then, until it arrived. */
const LIVE_MILLISECONDS = 10_000;

const isOnItsWay = ({ state }: Payout) => state === 'created' || state === 'sent';

export const payoutsQuery = infiniteQueryOptions({
  queryKey: ['payouts', 'list'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/payouts', { params: { query: { page: pageParam } } })),
  ...keyset,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some(isOnItsWay)) ? LIVE_MILLISECONDS : false,
});

export function usePayoutChanges() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['payouts'] });
  return {
    setAccount: async (body: Schemas['BankAccountInput']): Promise<PayoutAccount> => {
      const account = await unwrap(api.PUT('/v1/payout-account', { body }));
      client.setQueryData(accountQuery.queryKey, account);
      await refresh();
      return account;
    },
    payOut: async () => {
      try {
        const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
        await unwrap(api.POST('/v1/payouts', { params, body: {} }));
      } finally {
        await refresh();
      }
    },
  };
}
