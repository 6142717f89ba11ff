// What the API is asked about one's own sheet, and what a change of it changes elsewhere.
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { organizationQuery } from '@/app/session';

export type Organization = components['schemas']['OrganizationView'];
export type OrganizationChange = components['schemas']['OrganizationChange'];

export function saveOrganization(version: number, body: OrganizationChange) {
  const header = { 'If-Match': `"${version}"` };
  return unwrap(api.PATCH('/v1/organization', { params: { header }, body }));
}

/** Keeps what was saved; the navigation and the public sheet are read again. */
export function useSaved() {
  const client = useQueryClient();
  return (saved: Organization) => {
    client.setQueryData(organizationQuery.queryKey, saved);
    void client.invalidateQueries({ queryKey: ['me'] });
    void client.invalidateQueries({ queryKey: ['provider', saved.handle] });
  };
}
