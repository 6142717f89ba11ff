// What the API is asked about invoices: those of one's party, one of them, and the mandate to issue them.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { withQuery } from '@/lib/urls';

type Schemas = components['schemas'];

export type Invoice = Schemas['InvoiceView'];
export type Mandate = Schemas['InvoicingMandateView'];
export type InvoiceKind = 'invoice' | 'deposit' | 'credit_note';
export type Side = 'received' | 'issued';

export const invoicesQuery = (side: Side, year: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['invoices', 'list', side, year],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/invoices', { params: { query: { side, year, page: pageParam } } })),
    ...keyset,
  });

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/invoices/{id}', { params: { path: { id } } })),
  });

/** The years in which there is something to find. */
export const yearsQuery = (side: Side) =>
  queryOptions({
    queryKey: ['invoices', 'years', side],
    queryFn: async () =>
      (await unwrap(api.GET('/v1/invoices/years', { params: { query: { side } } }))).items,
  });

export const mandateQuery = queryOptions({
  queryKey: ['invoicing-mandate'],
  queryFn: () => unwrap(api.GET('/v1/organization/invoicing-mandate')),
});

/** Addresses that the browser fetches by itself. */
export const documents = {
  shown: (id: string) => `/v1/invoices/${id}/pdf?inline=true`,
  kept: (id: string, language?: string) => withQuery(`/v1/invoices/${id}/pdf`, { language }),
  data: (id: string) => `/v1/invoices/${id}/xml`,
  year: (year: number, side: Side) => withQuery('/v1/invoices/archive', { year, side }),
};
