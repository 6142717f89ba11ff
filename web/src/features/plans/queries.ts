// What the API is asked about plans: what each gives, buying one.
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => unwrap(api.GET('/v1/plans')),
  staleTime: Infinity,
});

/** Asked again before it is paid, the same payment. */
export function buyVip() {
  const header = { 'Idempotency-Key': crypto.randomUUID() };
  const params = { path: { plan: 'vip_plus' }, header };
  return unwrap(api.POST('/v1/plans/{plan}/buy', { params, body: {} }));
}
