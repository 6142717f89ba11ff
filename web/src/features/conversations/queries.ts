// What the API is asked about conversations. Whoever reads one sees what comes: lists and threads ask again
// by themselves while the page is looked at.
import {
  infiniteQueryOptions,
  queryOptions,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset, type Page } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { todoQuery } from '@/app/todo';
import type { Wanted } from './filters';
import { withFirst } from './thread';

type Schemas = components['schemas'];

export type Conversation = Schemas['ConversationView'];
export type Entry = Schemas['EntryView'];
export type News = Schemas['NewsView'];
export type CustomNews = Schemas['CustomNewsView'];
export type QuoteNews = Schemas['QuoteNewsView'];
export type Provider = Schemas['ProviderView'];

/** Live events tell of what is new; asking again is for when none come. */
export const LIVE = { refetchInterval: 60_000, staleTime: 2_000 } as const;

/** As many as one page of a list may hold. */
const ALL = 100;

const at = (id: string) => ({ path: { id } });

/** The same key for the same words: a repeat says nothing twice. */
const once = (key: string) => ({ header: { 'Idempotency-Key': key } as never });

export const inboxQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'inbox', wanted],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/conversations', { params: { query: { ...wanted, page: pageParam } } })),
    ...keyset,
    ...LIVE,
  });

/** The conversation with this party, or null while there is none. */
export const conversationWithQuery = (organization: string) =>
  queryOptions({
    queryKey: ['conversations', 'with', organization],
    queryFn: async () => {
      const query = { with: organization, limit: 1 };
      const found = await unwrap(api.GET('/v1/conversations', { params: { query } }));
      return found.items[0] ?? null;
    },
    // Asked anew each time: the answer leads elsewhere as soon as the two talk.
    gcTime: 0,
    staleTime: 0,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/conversations/{id}', { params: at(id) })),
    ...LIVE,
  });

export const entriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'entries', id],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/conversations/{id}/entries', {
          params: { ...at(id), query: { page: pageParam, limit: 40 } },
        }),
      ),
    ...keyset,
    ...LIVE,
  });

/** The client's tenders that a message can be about. */
export const openTendersQuery = queryOptions({
  queryKey: ['tenders', 'to-write-about'],
  queryFn: () => unwrap(api.GET('/v1/my/tenders', { params: { query: { limit: ALL } } })),
  select: ({ items }) =>
    items.filter(({ status }) => ['open', 'awaiting', 'in_work'].includes(status)),
});

export const providerQuery = (handle: string) =>
  queryOptions({
    queryKey: ['provider', handle],
    queryFn: () => unwrap(api.GET('/v1/providers/{handle}', { params: { path: { handle } } })),
  });

/** What the provider sells, that a message can be about. */
export const providerServicesQuery = (handle: string) =>
  queryOptions({
    queryKey: ['services', 'of', handle],
    queryFn: () =>
      unwrap(
        api.GET('/v1/providers/{handle}/services', {
          params: { path: { handle }, query: { limit: ALL } },
        }),
      ),
    select: ({ items }) => items,
  });

type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** What one does in conversations. What is known on the page changes at once, the rest is asked again. */
export function useTalk() {
  const client = useQueryClient();
  const inbox = { queryKey: ['conversations', 'inbox'] };

  function show(conversation: Conversation) {
    client.setQueryData(conversationQuery(conversation.id).queryKey, conversation);
    client.setQueriesData<Pages<Conversation>>(
      inbox,
      (known) => known && withCard(known, conversation),
    );
  }

  return {
    open: async (body: Schemas['OpeningInput'], key: string): Promise<Conversation> => {
      const opened = await unwrap(api.POST('/v1/conversations', { body, params: once(key) }));
      show(opened);
      await client.invalidateQueries({ ...inbox, refetchType: 'none' });
      return opened;
    },
    write: async (id: string, body: Schemas['MessageInput'], key: string): Promise<Entry> => {
      const params = { ...at(id), ...once(key) };
      const entry = await unwrap(api.POST('/v1/conversations/{id}/messages', { params, body }));
      const thread = entriesQuery(id).queryKey;
      // An answer on its way was asked before this was said.
      await client.cancelQueries({ queryKey: thread });
      client.setQueryData(thread, (known) => known && withFirst(known, entry));
      void client.invalidateQueries(inbox);
      return entry;
    },
    read: async (conversation: Conversation, through: string): Promise<void> => {
      await client.cancelQueries(todoQuery);
      show({ ...conversation, unread: 0 });
      if (conversation.unread > 0) {
        client.setQueryData(todoQuery.queryKey, (todo) => {
          return (
            todo && { ...todo, unread_conversations: Math.max(0, todo.unread_conversations - 1) }
          );
        });
      }
      const read = api.POST('/v1/conversations/{id}/read', {
        params: at(conversation.id),
        body: { through },
      });
      show(await unwrap(read));
      await client.invalidateQueries({ queryKey: todoQuery.queryKey });
    },
  };
}

function withCard(known: Pages<Conversation>, card: Conversation): Pages<Conversation> {
  const pages = known.pages.map((page) => ({
    ...page,
    items: page.items.map((one) => (one.id === card.id ? card : one)),
  }));
  return { ...known, pages };
}
