// What waits for the reader, told by one answer of the API: the bell, the navigation and the dashboard
// all read it, so that they never differ. Asked again each minute and whenever the page is looked at.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '@/api/client';
import { useSession } from './session';

const FRESH_MILLISECONDS = 60_000;

export const todoQuery = queryOptions({
  queryKey: ['todo'],
  queryFn: () => unwrap(api.GET('/v1/me/todo')),
  staleTime: 5_000,
  refetchInterval: FRESH_MILLISECONDS,
});

export type Unread = 'unread_notices' | 'unread_conversations';

/** How many wait to be read; 0 for a visitor, and while it is unknown. */
export function useUnread(what: Unread = 'unread_notices'): number {
  const signedIn = useSession().state === 'signed-in';
  return useQuery({ ...todoQuery, enabled: signedIn }).data?.[what] ?? 0;
}

/** As it is written on a badge: the API counts to 100, where « many » begins. */
export function unreadText(count: number): string {
  return count > 99 ? '99+' : String(count);
}

/** Asks again when the reader goes to another page, so that a counter falls as soon as its thing is done. */
export function useFreshTodo(path: string): void {
  const client = useQueryClient();
  useEffect(() => {
    void client.refetchQueries({ queryKey: todoQuery.queryKey, type: 'active', stale: true });
  }, [client, path]);
}
