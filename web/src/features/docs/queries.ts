import { queryOptions } from '@tanstack/react-query';
import { call } from '@/api/client';

export const CONTRACT = '/v1/openapi.json';

async function readContract(): Promise<object> {
  const response = await call(new Request(CONTRACT));
  return (await response.json()) as object;
}

export const contractQuery = queryOptions({
  queryKey: ['contract'],
  queryFn: readContract,
  staleTime: Infinity,
});
