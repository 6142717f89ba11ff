// What the API is asked about tags, about who sees to a conversation, and about what closing one closes.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { conversationQuery, entriesQuery, type Conversation } from './queries';

type Schemas = components['schemas'];

export type Tag = Schemas['TagView'];
export type TagHead = Schemas['TagHeadView'];
export type Closing = Schemas['ConversationClosingView'];
export type ClosingItem = Schemas['ConversationClosingItemView'];

export const COLOURS = [
  'sand',
  'vermilion',
  'saffron',
  'olive',
  'teal',
  'blue',
  'plum',
  'slate',
] as const;

export type Colour = (typeof COLOURS)[number];

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: () => unwrap(api.GET('/v1/tags')),
});

/** Kept where the page of the team keeps it. */
export const teamQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => unwrap(api.GET('/v1/members')),
});

/** Read anew each time it is shown: it is what one confirms. */
export const closingQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'closing', id],
    queryFn: () => unwrap(api.GET('/v1/conversations/{id}/closing', { params: at(id) })),
    gcTime: 0,
    staleTime: 0,
  });

const at = (id: string) => ({ path: { id } });

/** What a team does to its tags. Each shows at once wherever the tag stands. */
export function useTags() {
  const client = useQueryClient();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: tagsQuery.queryKey }),
      client.invalidateQueries({ queryKey: ['conversations'] }),
    ]);
  const seen = ({ id, version }: Tag) => ({
    params: { ...at(id), header: { 'If-Match': `"${version}"` } },
  });
  return {
    create: async (body: Schemas['TagInput'], key: string): Promise<Tag> => {
      const header = { 'Idempotency-Key': key } as never;
      const tag = await unwrap(api.POST('/v1/tags', { body, params: { header } }));
      await again();
      return tag;
    },
    edit: async (tag: Tag, body: Schemas['TagChange']): Promise<Tag> => {
      const edited = await unwrap(api.PATCH('/v1/tags/{id}', { ...seen(tag), body }));
      await again();
      return edited;
    },
    remove: async (tag: Tag): Promise<void> => {
      await unwrap(api.DELETE('/v1/tags/{id}', seen(tag)));
      await again();
    },
  };
}

/** What a provider's team decides about one conversation. */
export function useSorting({ id }: Pick<Conversation, 'id'>) {
  const client = useQueryClient();

  async function show(conversation: Conversation) {
    client.setQueryData(conversationQuery(id).queryKey, conversation);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['conversations', 'inbox'] }),
      client.invalidateQueries({ queryKey: tagsQuery.queryKey }),
    ]);
  }

  /** It stands elsewhere: the thread tells so, and offers of the pair may have ended. */
  async function closed(conversation: Conversation) {
    await show(conversation);
    await Promise.all([
      client.invalidateQueries({ queryKey: entriesQuery(id).queryKey }),
      client.invalidateQueries({ queryKey: ['offers'] }),
    ]);
  }

  return {
    tag: async (tag: string) => {
      const path = { id, tag };
      const tagged = api.PUT('/v1/conversations/{id}/tags/{tag}', { params: { path }, body: {} });
      await show(await unwrap(tagged));
    },
    untag: async (tag: string) => {
      const path = { id, tag };
      await unwrap(api.DELETE('/v1/conversations/{id}/tags/{tag}', { params: { path } }));
      await client.invalidateQueries({ queryKey: conversationQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: ['conversations', 'inbox'] });
      await client.invalidateQueries({ queryKey: tagsQuery.queryKey });
    },
    assign: async (account: string | null) => {
      const params = at(id);
      const body = { account };
      await show(await unwrap(api.PUT('/v1/conversations/{id}/assignee', { params, body })));
    },
    decline: async (body: Schemas['DecliningRequest']) => {
      const params = at(id);
      await closed(await unwrap(api.POST('/v1/conversations/{id}/decline', { params, body })));
    },
    block: async (preview: string) => {
      const params = at(id);
      const body = { preview };
      await closed(await unwrap(api.POST('/v1/conversations/{id}/block', { params, body })));
    },
    unblock: async () => {
      const params = at(id);
      await closed(await unwrap(api.POST('/v1/conversations/{id}/unblock', { params, body: {} })));
    },
  };
}
