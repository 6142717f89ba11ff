import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type Organization = components['schemas']['OrganizationView'];
export type OrganizationChange = components['schemas']['OrganizationChange'];

export function saveOrganization(version: number, body: OrganizationChange) {
  const header = { 'If-Match': `"${version}"` };
  return unwrap(api.PATCH('/v1/organization', { params: { header }, body }));
}
