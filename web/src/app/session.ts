// Who is here. GET /v1/me is the only source; every page asks through this file.
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import type { components } from '@/api/schema.gen';

export type PersonKind = 'client' | 'provider' | 'operator';

export interface Me extends Omit<MeView, 'organization'> {
  organization: Omit<MeView['organization'], 'kind'> & { kind: PersonKind };
}

type MeView = components['schemas']['MeView'];

/** null is a visitor: being refused is an answer, not an error. */
async function readMe(): Promise<Me | null> {
  try {
    return (await unwrap(api.GET('/v1/me'))) as Me;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: readMe,
  staleTime: 5 * 60_000,
  retry: false,
});

export type Session = { state: 'unknown' } | { state: 'visitor' } | { state: 'signed-in'; me: Me };

/** For parts that show to everybody. Unknown until the first answer; a failure reads as a visitor. */
export function useSession(): Session {
  const { data, isPending } = useQuery(meQuery);
  if (isPending) return { state: 'unknown' };
  return data ? { state: 'signed-in', me: data } : { state: 'visitor' };
}

/** For pages of the workspace, whose layout lets nobody else in. */
export function useMe(): Me {
  const session = useSession();
  if (session.state !== 'signed-in') throw new Error('only for signed-in pages');
  return session.me;
}

/** After signing in: everything read as a visitor is forgotten. */
export async function enter(client: QueryClient): Promise<Me | null> {
  client.clear();
  return client.fetchQuery(meQuery);
}

/** After signing out, or when the session could not be renewed. A visitor's pages are left alone. */
export function leave(client: QueryClient): void {
  if (!client.getQueryData(meQuery.queryKey)) return;
  client.setQueryData(meQuery.queryKey, null);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await api.DELETE('/v1/sessions/current');
    leave(client);
  };
}
