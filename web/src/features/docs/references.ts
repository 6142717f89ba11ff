// What a part of the contract says once each `$ref` is replaced by what it names. Swagger UI's own resolver reads
// the whole contract again for every operation that is opened, which keeps the page busy for seconds.

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const at = (contract: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((place, part) => (isNode(place) ? place[part] : undefined), contract);

/** The contract's references are all its own: `#/components/schemas/TenderView`. */
const pathOf = (reference: string): string[] => reference.split('/').slice(1);

function replaced(contract: object, value: unknown, within: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(contract, one, within));
  if (!isNode(value)) return value;
  const { $ref, ...beside } = value;
  if (typeof $ref === 'string') {
    // What holds itself is named, or it would never end.
    if (within.includes($ref)) return value;
    const named = replaced(contract, at(contract, pathOf($ref)), [...within, $ref]);
    // The name is shown from `$$ref`.
    return { ...(named as Node), ...beside, $$ref: $ref };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, replaced(contract, one, within)]),
  );
}

/** The part of the contract at this path, whole. */
export function whole(contract: object, path: readonly string[]): unknown {
  return replaced(contract, at(contract, path), []);
}
