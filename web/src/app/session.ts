// Who is here. GET /v1/me is the only source; every page asks through this file.
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import { forgetSession, mayHaveSession } from '@/api/session';
import type { components } from '@/api/schema.gen';
import { useGo } from './url-state';

export type PersonKind = 'client' | 'provider' | 'operator';

export interface Me extends Omit<MeView, 'organization'> {
  organization: Omit<MeView['organization'], 'kind'> & { kind: PersonKind };
}

type MeView = components['schemas']['MeView'];

/** null is a visitor: being refused is an answer, not an error. */
async function readMe(): Promise<Me | null> {
  if (!mayHaveSession()) return null;
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

/** One's own organization: its sheet, its plan, and what this person may do about it. */
export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: () => unwrap(api.GET('/v1/organization')),
});

/**
 * Whether one's organization is « non assujetti à la TVA »: then no rate is asked for. The API checks.
 * Undefined until it is known; a failure leaves all rates to choose from.
 */
export function useVatExempt(): boolean | undefined {
  const { data, isError } = useQuery(organizationQuery);
  return data?.vat_exempt ?? (isError ? false : undefined);
}

/** Forms that open a session are of no use to whoever has one: they lead on. */
export function useLeadOn(href: string): void {
  const signedIn = useSession().state === 'signed-in';
  const go = useGo();
  const left = useRef(false);
  useEffect(() => {
    if (!signedIn || left.current) return;
    left.current = true;
    go(href, { replace: true });
  }, [signedIn, go, href]);
}

/** After signing in: what was read as a visitor, or by somebody else before, is read again. */
export async function enter(client: QueryClient): Promise<Me | null> {
  client.removeQueries({ type: 'inactive' });
  const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  return me;
}

/** After signing out, or when the session could not be renewed. A visitor's pages are left alone. */
export function leave(client: QueryClient): void {
  forgetSession();
  if (!client.getQueryData(meQuery.queryKey)) return;
  client.setQueryData(meQuery.queryKey, null);
  client.removeQueries({ type: 'inactive' });
}

/** Ends the session on the server; one that had already ended is fine too. */
export async function endSession(): Promise<void> {
  try {
    await api.DELETE('/v1/sessions/current');
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error;
  }
}
