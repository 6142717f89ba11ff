// What the API is asked about campaigns: what they cost, one's own, and what is done with them.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { sendFile } from '@/api/files';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Campaign = Schemas['CampaignView'];
export type Choices = Schemas['CampaignChoicesView'];
export type Price = Schemas['CampaignPriceView'];
export type CampaignInput = Schemas['CampaignInput'];

const at = (id: string) => ({ path: { id } });

export const campaignsQuery = infiniteQueryOptions({
  queryKey: ['campaigns', 'mine'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/campaigns', { params: { query: { page: pageParam } } })),
  ...keyset,
});

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/campaigns/{id}', { params: at(id) })),
  });

/** What may be chosen, and what each choice costs for me today. */
export const choicesQuery = queryOptions({
  queryKey: ['campaigns', 'prices'],
  queryFn: () => unwrap(api.GET('/v1/campaigns/prices')),
});

/** A campaign to run again, with a banner of its own: a file hangs on one campaign. */
export const modelQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', 'model', id],
    queryFn: async () => {
      const model = await unwrap(api.GET('/v1/campaigns/{id}', { params: at(id) }));
      return { ...model, banner: { ...model.banner, file: await copyOf(model) } };
    },
    staleTime: Infinity,
    retry: false,
  });

async function copyOf({ title, banner }: Campaign): Promise<string> {
  const bytes = await (await fetch(banner.content)).blob();
  const copy = await sendFile({
    file: new File([bytes], title, { type: bytes.type }),
    purpose: 'banner',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return copy.id;
}

export function useCampaigns() {
  const client = useQueryClient();
  async function after<T>(change: Promise<T>): Promise<T> {
    const result = await change;
    await client.invalidateQueries({ queryKey: ['campaigns'], refetchType: 'active' });
    return result;
  }
  const seen = ({ version }: Campaign) => ({ 'If-Match': `"${version}"` });
  return {
    create: (body: CampaignInput, key: string) => {
      const header = { 'Idempotency-Key': key } as never;
      return after(unwrap(api.POST('/v1/campaigns', { body, params: { header } })));
    },
    save: (campaign: Campaign, body: CampaignInput) => {
      const params = { ...at(campaign.id), header: seen(campaign) };
      return after(unwrap(api.PATCH('/v1/campaigns/{id}', { body, params })));
    },
    remove: async (campaign: Campaign) => {
      const params = { ...at(campaign.id), header: seen(campaign) };
      await unwrap(api.DELETE('/v1/campaigns/{id}', { params }));
      client.removeQueries({ queryKey: ['campaigns', 'one', campaign.id] });
      await client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
    },
    /** Asked again before it is paid, the same payment. */
    pay: (id: string) => {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      const options = { params: { ...at(id), header }, body: {} };
      return unwrap(api.POST('/v1/campaigns/{id}/pay', options));
    },
  };
}
