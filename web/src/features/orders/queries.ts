// What the API is asked about orders: those of one's party, one of them, and what each side does with it.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

export type Order = Schemas['OrderView'];
export type Milestone = Schemas['MilestoneView'];
export type Delivery = Schemas['DeliveryView'];
export type DeliveredFile = Schemas['DeliveredFileView'];
export type Timesheet = Schemas['TimesheetView'];
export type Hours = Schemas['HoursView'];
export type HoursInput = Schemas['HoursInput'];

export type Dispute = Schemas['DisputeView'];
export type Payment = Schemas['PaymentView'];

export type OrderStatus =
  | 'awaiting_payment'
  | 'awaiting_requirements'
  | 'paid'
  | 'waiting'
  | 'in_work'
  | 'delivered'
  | 'revision_requested'
  | 'disputed'
  | 'completed'
  | 'cancelled';
export type MilestoneState =
  | 'pending'
  | 'awaiting_payment'
  | 'funded'
  | 'started'
  | 'delivered'
  | 'revision_requested'
  | 'accepted'
  | 'disputed'
  | 'settled'
  | 'cancelled';
export type TermsKind = 'fixed' | 'milestones' | 'subscription' | 'hourly';

const at = (id: string) => ({ path: { id } });

export const ordersQuery = (over: boolean) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', over],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/orders', { params: { query: { over, page: pageParam } } })),
    ...keyset,
  });

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/orders/{id}', { params: at(id) })),
  });

/** A preview is drawn in a few seconds. */
const DRAWING_MILLISECONDS = 3_000;

const isDrawn = ({ files }: Delivery) => files.every(({ preview }) => preview?.state !== 'due');

/** What was handed over of an order, the latest first. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'deliveries', id],
    queryFn: ({ pageParam }) => {
      const params = { ...at(id), query: { page: pageParam } };
      return unwrap(api.GET('/v1/orders/{id}/deliveries', { params }));
    },
    ...keyset,
    refetchInterval: ({ state }) => {
      const drawn = state.data?.pages.every(({ items }) => items.every(isDrawn)) ?? true;
      return drawn ? false : DRAWING_MILLISECONDS;
    },
  });

/** The hours that were logged on an order, the latest day first. */
export const hoursQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'hours', id],
    queryFn: ({ pageParam }) => {
      const params = { ...at(id), query: { page: pageParam } };
      return unwrap(api.GET('/v1/orders/{id}/hours', { params }));
    },
    ...keyset,
  });

/** The offer for a lot, kept where its own pages keep it: the mission is reviewed with it. */
export const lotOfferQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/offers/{id}', { params: at(id) })),
  });

/** The disputes about an order, the latest first. */
export const disputesQuery = (order: string) =>
  queryOptions({
    queryKey: ['disputes', 'of', order],
    queryFn: () => unwrap(api.GET('/v1/disputes', { params: { query: { order } } })),
  });

/** What shows an order, its money, its disputes, and the lot whose mission it is. */
const ABOUT = [
  'orders',
  'payments',
  'payouts',
  'disputes',
  'offers',
  'lots',
  'tenders',
  'conversations',
  'todo',
];

/** Each decision changes the lists of both sides, and their conversation. */
export function useOrderChanges() {
  const client = useQueryClient();
  const refresh = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])) });
  async function kept(answer: Promise<Order>): Promise<Order> {
    try {
      const order = await answer;
      client.setQueryData(orderQuery(order.id).queryKey, order);
      return order;
    } finally {
      // After a refusal too: what was seen is then no longer so.
      await refresh();
    }
  }
  const saying = (id: string, message: string, key: string) => ({
    params: at(id),
    headers: { 'Idempotency-Key': key },
    body: { message },
  });
  return {
    giveRequirements: (id: string, answers: string[]) => {
      const options = { params: at(id), body: { answers } };
      return kept(unwrap(api.POST('/v1/orders/{id}/give-requirements', options)));
    },
    deliver: (id: string, body: { message: string; files: string[] }, key: string) => {
      const options = { ...saying(id, '', key), body };
      return kept(unwrap(api.POST('/v1/orders/{id}/deliver', options)));
    },
    requestRevision: (id: string, message: string, key: string) =>
      kept(unwrap(api.POST('/v1/orders/{id}/request-revision', saying(id, message, key)))),
    accept: (id: string) =>
      kept(unwrap(api.POST('/v1/orders/{id}/accept', { params: at(id), body: {} }))),
    stop: (id: string, reason: string) =>
      kept(unwrap(api.POST('/v1/orders/{id}/stop', { params: at(id), body: { reason } }))),
    cancel: (id: string, reason: string) =>
      kept(unwrap(api.POST('/v1/orders/{id}/cancel', { params: at(id), body: { reason } }))),
    /** The payment of the milestone that is next: asked again, the same. */
    pay: async (id: string, charge_next = false): Promise<Payment> => {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      try {
        const options = { params: { ...at(id), header }, body: { charge_next } };
        return await unwrap(api.POST('/v1/orders/{id}/pay', options));
      } finally {
        await refresh();
      }
    },
    /** The card is no longer charged for the periods that follow. */
    forgetCard: async (id: string): Promise<void> => {
      try {
        await api.DELETE('/v1/orders/{id}/card', { params: at(id) });
      } finally {
        await refresh();
      }
    },
    start: (id: string) =>
      kept(unwrap(api.POST('/v1/orders/{id}/start', { params: at(id), body: {} }))),
    dispute: async (id: string, reason: string, key: string): Promise<Dispute> => {
      const headers = { 'Idempotency-Key': key };
      try {
        const options = { params: at(id), headers, body: { reason } };
        return await unwrap(api.POST('/v1/orders/{id}/dispute', options));
      } finally {
        await refresh();
      }
    },
    logHours: async (id: string, body: HoursInput, key: string): Promise<Hours> => {
      const headers = { 'Idempotency-Key': key };
      try {
        return await unwrap(api.POST('/v1/orders/{id}/hours', { params: at(id), headers, body }));
      } finally {
        await refresh();
      }
    },
    removeHours: async (id: string, hours: string): Promise<void> => {
      try {
        await api.DELETE('/v1/orders/{id}/hours/{hours}', { params: { path: { id, hours } } });
      } finally {
        await refresh();
      }
    },
    setWeeklyHours: (id: string, weekly_hours: number | null) => {
      const options = { params: at(id), body: { weekly_hours } };
      return kept(unwrap(api.POST('/v1/orders/{id}/set-weekly-hours', options)));
    },
  };
}
