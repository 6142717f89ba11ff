// What the API is asked to review a mission.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type Tender = components['schemas']['TenderView'];
export type TenderLot = components['schemas']['TenderLotView'];
export type Order = components['schemas']['OrderView'];
export type OpinionInput = components['schemas']['OpinionInput'];
export type Review = components['schemas']['ReviewView'];

/** The tender around a lot, kept where the pages of tenders keep it. */
export const tenderQuery = (id: string) =>
  queryOptions({
    queryKey: ['tenders', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/tenders/{id}', { params: { path: { id } } })),
  });

/** The agreed offer, kept where the pages of offers keep it. */
export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/offers/{id}', { params: { path: { id } } })),
  });

/** The order, kept where the pages of orders keep it. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/orders/{id}', { params: { path: { id } } })),
  });

/** A mission's review, published: what it was awaited by is asked again. */
export function useReviews() {
  const client = useQueryClient();
  async function kept(answer: Promise<Review>): Promise<Review> {
    const review = await answer;
    const about = ['offers', 'orders', 'reviews', 'todo'];
    await client.invalidateQueries({
      predicate: ({ queryKey }) => about.includes(String(queryKey[0])),
    });
    return review;
  }
  const at = (id: string) => ({ path: { id } });
  return {
    ofLot: (id: string, body: OpinionInput) =>
      kept(unwrap(api.POST('/v1/lots/{id}/review', { params: at(id), body }))),
    ofOrder: (id: string, body: OpinionInput) =>
      kept(unwrap(api.POST('/v1/orders/{id}/review', { params: at(id), body }))),
  };
}
