// What the API is asked about custom offers: those of one's party, one of them, its versions, what is done.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type CustomOffer = Schemas['CustomOfferView'];
export type Version = Schemas['CustomOfferVersionView'];
export type CustomOfferInput = Schemas['CustomOfferInput'];
export type Terms = Version['terms'];
export type Conversation = Schemas['ConversationView'];
export type Order = Schemas['OrderView'];
export type Payment = Schemas['PaymentView'];
export type Service = Schemas['ServiceView'];

export type QuoteRequest = Schemas['QuoteRequestView'];

export type OfferState = 'sent' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'ended';

/** As many as one page of a list may hold. */
const ALL = 100;

const at = (id: string) => ({ path: { id } });

/** The kinds that the reader, a provider, may offer: in the trade of a service, or in any of its own. */
export const kindsQuery = (service?: string) =>
  queryOptions({
    queryKey: ['terms-kinds', service ?? ''],
    queryFn: () => unwrap(api.GET('/v1/terms-kinds', { params: { query: { service } } })),
  });

/** The provider's services, drafts included, that an offer can be made from. */
export const shelfQuery = queryOptions({
  queryKey: ['services', 'shelf'],
  queryFn: () => unwrap(api.GET('/v1/my/services', { params: { query: { limit: ALL } } })),
});

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['services', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/services/{id}', { params: at(id) })),
  });

/** The quote request that an offer answers, kept where its own page keeps it. */
export const quoteRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['quote-requests', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/quote-requests/{id}', { params: at(id) })),
  });

/** The conversation, kept where its own pages keep it. */
export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/conversations/{id}', { params: at(id) })),
  });

export const customOffersQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ['custom-offers', 'list', open],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/custom-offers', { params: { query: { open, page: pageParam } } })),
    ...keyset,
  });

export const customOfferQuery = (id: string) =>
  queryOptions({
    queryKey: ['custom-offers', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/custom-offers/{id}', { params: at(id) })),
  });

export const versionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['custom-offers', 'versions', id],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/custom-offers/{id}/versions', {
          params: { ...at(id), query: { page: pageParam, limit: ALL } },
        }),
      ),
    ...keyset,
  });

/** What both sides do with an offer. The conversation tells it too, and accepting makes an order. */
export function useCustomOfferChanges() {
  const client = useQueryClient();
  const about = ['quote-requests', 'custom-offers', 'orders', 'conversations', 'todo'];
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => about.includes(String(queryKey[0])),
    });
  async function kept(answer: Promise<CustomOffer>): Promise<CustomOffer> {
    try {
      const offer = await answer;
      client.setQueryData(customOfferQuery(offer.id).queryKey, offer);
      return offer;
    } finally {
      // After a refusal too: what was seen is then no longer so.
      await refresh();
    }
  }
  return {
    create: (conversation: string, body: CustomOfferInput, key: string) => {
      const options = { params: at(conversation), headers: { 'Idempotency-Key': key }, body };
      return kept(unwrap(api.POST('/v1/conversations/{id}/custom-offers', options)));
    },
    revise: (offer: CustomOffer, body: CustomOfferInput) => {
      const params = { ...at(offer.id), header: ifMatch(`"${offer.version}"`) };
      return kept(unwrap(api.POST('/v1/custom-offers/{id}/revise', { params, body })));
    },
    withdraw: (id: string) =>
      kept(unwrap(api.POST('/v1/custom-offers/{id}/withdraw', { params: at(id), body: {} }))),
    decline: (id: string, reason: string) =>
      kept(
        unwrap(api.POST('/v1/custom-offers/{id}/decline', { params: at(id), body: { reason } })),
      ),
    /** S4-001: what is held is paid before anybody begins. */
    pay: (order: string): Promise<Payment> => {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      const options = { params: { ...at(order), header }, body: {} };
      return unwrap(api.POST('/v1/orders/{id}/pay', options));
    },
    accept: async (id: string, number: number): Promise<Order> => {
      const options = { params: at(id), body: { number } };
      try {
        return await unwrap(api.POST('/v1/custom-offers/{id}/accept', options));
      } finally {
        await refresh();
      }
    },
  };
}
