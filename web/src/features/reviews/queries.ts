// What the API is asked to review a mission.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type Tender = components['schemas']['TenderView'];
export type TenderLot = components['schemas']['TenderLotView'];
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

export function usePublishReview() {
  const client = useQueryClient();
  return async (lot: string, body: OpinionInput): Promise<Review> => {
    const review = await unwrap(
      api.POST('/v1/lots/{id}/review', { params: { path: { id: lot } }, body }),
    );
    await client.invalidateQueries({ queryKey: ['offers'] });
    return review;
  };
}
