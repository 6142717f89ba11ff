// What the API is asked about plans: buying one.
import { api, unwrap } from '@/api/client';

/** Asked again before it is paid, the same payment. */
export function buyVip() {
  const header = { 'Idempotency-Key': crypto.randomUUID() };
  const params = { path: { plan: 'vip_plus' }, header };
  return unwrap(api.POST('/v1/plans/{plan}/buy', { params, body: {} }));
}
