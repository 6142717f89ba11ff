// What the API is asked about payments: those of one's party, one of them, and what a test card does to it.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Payment = Schemas['PaymentView'];
export type Order = Schemas['OrderView'];

export type PaymentState =
  'created' | 'open' | 'succeeded' | 'failed' | 'expired' | 'unneeded' | 'charged_back';

/** What became of a test card at once; what becomes of its payment is told later. */
export type Outcome = 'paid' | 'asked' | 'refused';

const at = (id: string) => ({ path: { id } });

export const paymentsQuery = infiniteQueryOptions({
  queryKey: ['payments', 'list'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/payments', { params: { query: { page: pageParam } } })),
  ...keyset,
});

export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/payments/{id}', { params: at(id) })),
  });

/** The order whose milestone is paid, kept where its own page keeps it. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/orders/{id}', { params: at(id) })),
  });

/** The campaign that is paid, kept where its own page keeps it. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/campaigns/{id}', { params: at(id) })),
  });

/** What a payment changes once it has arrived. */
const ABOUT = ['payments', 'orders', 'custom-offers', 'conversations', 'campaigns', 'todo', 'me'];

export function usePaymentChanges() {
  const client = useQueryClient();
  const outcome = ({ outcome }: Schemas['TestCardView']) => outcome as Outcome;
  return {
    giveCard: async (id: string, number: string) =>
      outcome(
        await unwrap(api.POST('/v1/payments/{id}/test-card', { params: at(id), body: { number } })),
      ),
    confirm: async (id: string, confirmed: boolean) =>
      outcome(
        await unwrap(
          api.POST('/v1/payments/{id}/test-confirmation', { params: at(id), body: { confirmed } }),
        ),
      ),
    /** After a payment that failed or was not made in time: another one for the same thing. */
    askAgain: async ({ order, campaign, plan }: Payment): Promise<Payment> => {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      if (order) {
        const options = { params: { ...at(order), header }, body: {} };
        return unwrap(api.POST('/v1/orders/{id}/pay', options));
      }
      if (campaign) {
        const options = { params: { ...at(campaign), header }, body: {} };
        return unwrap(api.POST('/v1/campaigns/{id}/pay', options));
      }
      const options = { params: { path: { plan: plan ?? '' }, header }, body: {} };
      return unwrap(api.POST('/v1/plans/{plan}/buy', options));
    },
    refresh: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])),
      }),
  };
}
