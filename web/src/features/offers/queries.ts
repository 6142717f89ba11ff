// What the API is asked about offers, the lots they answer, and the missions that come of them.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Offer = Schemas['OfferView'];
export type MyOffer = Schemas['MyOffer'];
export type ComparedOffer = Schemas['ComparedOffer'];
export type OfferVersion = Schemas['OfferVersionView'];
export type OfferInput = Schemas['OfferInput'];
export type OfferLot = Schemas['OfferLotView'];
export type Applicant = Schemas['ApplicantView'];
export type OfferLine = Schemas['LineView'];
export type OfferTotals = Schemas['TotalsView'];
export type PotentialTender = Schemas['PotentialTender'];
export type Tender = Schemas['TenderView'];
export type TenderLot = Schemas['TenderLotView'];

export type OfferState =
  | 'sent'
  | 'to_reconfirm'
  | 'chosen'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'ended'
  | 'cancelled';
/** How the client pays: between the two, or through the platform, which keeps the money meanwhile. */
export type Settlement = 'direct' | 'held';
export type LotStatus = 'draft' | 'open' | 'chosen' | 'in_work' | 'done' | 'closed';
export type OfferTab = 'applied' | 'chosen' | 'in_work' | 'done' | 'ended';

/** As many as one page of a list may hold. */
const ALL = 100;

const at = (id: string) => ({ path: { id } });

export const potentialQuery = (hidden: boolean) =>
  infiniteQueryOptions({
    queryKey: ['tenders', 'potential', hidden],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/potential-tenders', { params: { query: { hidden, page: pageParam } } })),
    ...keyset,
  });

/** The tender around a lot, kept where the pages of tenders keep it. */
export const tenderQuery = (idOrSlug: string) =>
  queryOptions({
    queryKey: ['tenders', 'one', idOrSlug],
    queryFn: () => unwrap(api.GET('/v1/tenders/{id}', { params: at(idOrSlug) })),
  });

export const myOffersQuery = (tab: OfferTab) =>
  infiniteQueryOptions({
    queryKey: ['offers', 'mine', tab],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/my/offers', { params: { query: { tab, page: pageParam } } })),
    ...keyset,
  });

export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/offers/{id}', { params: at(id) })),
  });

export const versionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['offers', 'versions', id],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/offers/{id}/versions', { params: { ...at(id), query: { page: pageParam } } }),
      ),
    ...keyset,
  });

export const lotOffersQuery = (lot: string) =>
  infiniteQueryOptions({
    queryKey: ['offers', 'of-lot', lot],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/lots/{id}/offers', {
          params: { ...at(lot), query: { page: pageParam, limit: ALL } },
        }),
      ),
    ...keyset,
  });

/** What both sides do with offers and missions. Each decision changes the lists of both its ends. */
export function useOfferChanges() {
  const client = useQueryClient();
  async function kept(answer: Promise<Offer>): Promise<Offer> {
    const offer = await answer;
    client.setQueryData(offerQuery(offer.id).queryKey, offer);
    const about = ['offers', 'lots', 'tenders', 'orders', 'todo'];
    await client.invalidateQueries({
      predicate: ({ queryKey }) => about.includes(String(queryKey[0])),
    });
    return offer;
  }
  const nothing = (id: string) => ({ params: at(id), body: {} });
  return {
    apply: (lot: string, body: OfferInput) =>
      kept(unwrap(api.POST('/v1/lots/{id}/offers', { params: at(lot), body }))),
    revise: (offer: Offer, body: OfferInput) =>
      kept(
        unwrap(
          api.POST('/v1/offers/{id}/revise', {
            params: { ...at(offer.id), header: ifMatch(`"${offer.version}"`) },
            body,
          }),
        ),
      ),
    reconfirm: (id: string) => kept(unwrap(api.POST('/v1/offers/{id}/reconfirm', nothing(id)))),
    withdraw: (id: string) => kept(unwrap(api.POST('/v1/offers/{id}/withdraw', nothing(id)))),
    confirm: (id: string) => kept(unwrap(api.POST('/v1/offers/{id}/confirm', nothing(id)))),
    decline: (id: string, reason: string) =>
      kept(unwrap(api.POST('/v1/offers/{id}/decline', { params: at(id), body: { reason } }))),
    choose: (id: string, number: number, settlement: Settlement) => {
      const options = { params: at(id), body: { number, settlement } };
      return kept(unwrap(api.POST('/v1/offers/{id}/choose', options)));
    },
    withdrawChoice: (lot: string) =>
      kept(unwrap(api.POST('/v1/lots/{id}/withdraw-choice', nothing(lot)))),
  };
}

/** S1-067: a tender out of this provider's list, and back. */
export function useHiding() {
  const client = useQueryClient();
  const listed = { queryKey: ['tenders'] };
  return {
    hide: async (id: string) => {
      await api.POST('/v1/tenders/{id}/hide', { params: at(id), body: {} });
      await client.invalidateQueries(listed);
    },
    unhide: async (id: string) => {
      await api.POST('/v1/tenders/{id}/unhide', { params: at(id), body: {} });
      await client.invalidateQueries(listed);
    },
  };
}
