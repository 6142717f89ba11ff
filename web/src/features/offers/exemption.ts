// Whether one's organization is « non assujetti à la TVA »: then no rate is asked for. The API checks.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: () => unwrap(api.GET('/v1/organization')),
});

/** Undefined until it is known; a failure leaves all rates to choose from. */
export function useVatExempt(): boolean | undefined {
  const { data, isError } = useQuery(organizationQuery);
  return data?.vat_exempt ?? (isError ? false : undefined);
}
