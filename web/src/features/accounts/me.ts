// Saving what a person changes of its own account.
import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { meQuery, type Me } from '@/app/session';

export function saveMe(version: number, body: components['schemas']['MeChange']) {
  const header = { 'If-Match': `"${version}"` };
  return unwrap(api.PATCH('/v1/me', { params: { header }, body }));
}

export function keepMe(client: QueryClient, saved: components['schemas']['MeView']): void {
  client.setQueryData(meQuery.queryKey, saved as Me);
}
