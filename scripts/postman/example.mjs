// One plausible value for a JSON Schema, always the same: the schema's own example first, else its default,
// its constant, its first choice, else a value of its type and format.

const FORMATS = {
  "date-time": "2027-06-19T16:30:00Z",
  date: "2027-06-19",
  time: "16:30:00",
  email: "camille@example.org",
  uri: "https://example.org/",
  uuid: "0192f0c1-2b3c-7d4e-8f90-1a2b3c4d5e6f",
};

export function example(schema, resolve, depth = 0) {
  const node = resolve(schema);
  if (!node || depth > 8) return null;
  const stated = [node.example, node.examples?.[0], node.default, node.const, node.enum?.[0]];
  const first = stated.find((value) => value !== undefined);
  if (first !== undefined) return first;
  if (node.allOf) {
    return Object.assign({}, ...node.allOf.map((part) => example(part, resolve, depth + 1)));
  }
  const choices = (node.oneOf ?? node.anyOf)?.filter((choice) => choice.type !== "null");
  if (choices?.length) return example(choices[0], resolve, depth + 1);
  return ofType(node, resolve, depth);
}

function ofType(node, resolve, depth) {
  const type = [node.type].flat().find((name) => name !== "null");
  switch (type ?? (node.properties ? "object" : undefined)) {
    case "object":
      return Object.fromEntries(
        Object.entries(node.properties ?? {}).map(([name, part]) => [name, example(part, resolve, depth + 1)]),
      );
    case "array":
      return node.items ? [example(node.items, resolve, depth + 1)] : [];
    case "integer":
    case "number":
      return node.minimum ?? 1;
    case "boolean":
      return true;
    case "string":
      return FORMATS[node.format] ?? "text".padEnd(node.minLength ?? 0, " text").slice(0, node.maxLength);
    default:
      return null;
  }
}
