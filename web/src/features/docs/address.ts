// What an address of the reference names: `#/tenders/tenders_list` an operation, `#/tenders` a part. Only what the
// contract has: nobody is led to what is not there.

interface Contract {
  paths?: Record<string, Record<string, { tags?: string[]; operationId?: string }>>;
}

/** As Swagger UI knows it, or nothing. */
export function namedBy(hash: string, contract: Contract): string[] | null {
  const [tag, operation] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const operations = Object.values(contract.paths ?? {}).flatMap((item) => Object.values(item));
  const known = operations.some(
    ({ tags, operationId }) =>
      tags?.includes(tag ?? '') && (!operation || operationId === operation),
  );
  if (!tag || !known) return null;
  return operation ? ['operations', tag, operation] : ['operations-tag', tag];
}
