import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import { todoQuery } from '@/app/todo';

export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', unread],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/notices', { params: { query: { unread, page: pageParam } } })),
    ...keyset,
  });

/** After reading: the lists and the number on the bell are asked again. */
export function useForget(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['notices'] });
    await client.invalidateQueries({ queryKey: todoQuery.queryKey });
  };
}
