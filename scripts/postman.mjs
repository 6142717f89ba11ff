// Writes the Postman collection and its journey from the OpenAPI contract, the same bytes for the same contract.
//
//   node scripts/postman.mjs openapi/openapi.json openapi/postman
//
// estrade.postman_collection.json   every operation, a folder per tag, with an example body
// journey.postman_collection.json   the steps of openapi/postman/journey.mjs with their assertions; newman runs it
// estrade.postman_environment.json  the variables both use
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { journey } from "../openapi/postman/journey.mjs";
import { example } from "./postman/example.mjs";

const [contractFile, folder] = process.argv.slice(2);
const contract = JSON.parse(readFileSync(contractFile, "utf8"));
const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const METHODS = ["get", "post", "put", "patch", "delete", "head", "options"];

const resolve = (node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at[key], contract) : node;

const operations = new Map(
  Object.entries(contract.paths).flatMap(([route, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
      return [operation.operationId, { ...operation, method, route, parameters }];
    }),
  ),
);

const filled = (text) => (typeof text === "string" ? text : JSON.stringify(text));

function url({ route, parameters }, { params = {}, query } = {}) {
  const segments = route.replace(/\{(\w+)\}/g, ":$1").split("/").filter(Boolean);
  const variable = parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ name, description }) => ({ key: name, value: params[name] ?? `{{${name}}}`, description }));
  const search = query
    ? Object.entries(query).map(([key, value]) => ({ key, value: String(value) }))
    : parameters
        .filter((parameter) => parameter.in === "query")
        .map((parameter) => ({
          key: parameter.name,
          value: filled(example(parameter.schema, resolve) ?? ""),
          description: parameter.description,
          disabled: !parameter.required,
        }));
  const active = search.filter((entry) => !entry.disabled);
  const text = active.length ? `?${active.map(({ key, value }) => `${key}=${value}`).join("&")}` : "";
  return {
    raw: `{{base_url}}/${segments.join("/")}${text}`,
    host: ["{{base_url}}"],
    path: segments,
    ...(search.length && { query: search }),
    ...(variable.length && { variable }),
  };
}

const headerValue = { "idempotency-key": "{{$guid}}", "if-match": "{{etag}}" };

function headers(operation) {
  return operation.parameters
    .filter((parameter) => parameter.in === "header")
    .map((parameter) => ({
      key: parameter.name,
      value: headerValue[parameter.name.toLowerCase()] ?? filled(example(parameter.schema, resolve) ?? ""),
      disabled: !parameter.required && !(parameter.name.toLowerCase() in headerValue),
    }));
}

function body(operation, given) {
  const content = resolve(operation.requestBody)?.content ?? {};
  const media = content["application/json"];
  if (media) {
    const value = given ?? media.example ?? example(media.schema, resolve);
    return { mode: "raw", raw: JSON.stringify(value, null, 2), options: { raw: { language: "json" } } };
  }
  const form = content["multipart/form-data"];
  if (!form) return undefined;
  const fields = Object.entries(resolve(form.schema)?.properties ?? {});
  return {
    mode: "formdata",
    formdata: fields.map(([key, schema]) =>
      resolve(schema).format === "binary" ? { key, type: "file", src: [] } : { key, type: "text", value: "" },
    ),
  };
}

function request(operation, given = {}) {
  const sent = body(operation, given.body);
  const typed = sent?.mode === "raw" ? [{ key: "Content-Type", value: "application/json" }] : [];
  const extra = Object.entries(given.headers ?? {}).map(([key, value]) => ({ key, value }));
  const named = new Set(extra.map(({ key }) => key.toLowerCase()));
  const declared = headers(operation).filter(({ key }) => !named.has(key.toLowerCase()));
  return {
    method: operation.method.toUpperCase(),
    header: [...typed, ...declared, ...extra],
    ...(given.bearer === null
      ? { auth: { type: "noauth" } }
      : given.bearer && { auth: { type: "bearer", bearer: [{ key: "token", value: given.bearer, type: "string" }] } }),
    url: url(operation, given),
    ...(sent && { body: sent }),
    description: operation.description ?? operation.summary ?? "",
  };
}

function collection() {
  const folders = new Map();
  for (const operation of operations.values()) {
    const tag = operation.tags?.[0] ?? "other";
    if (!folders.has(tag)) folders.set(tag, []);
    folders.get(tag).push({
      name: operation.summary ?? operation.operationId,
      request: request(operation),
      response: [],
    });
  }
  const described = new Map((contract.tags ?? []).map(({ name, description }) => [name, description]));
  return {
    info: { name: contract.info.title, description: contract.info.description ?? "", schema: SCHEMA },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{api_key}}", type: "string" }] },
    variable: [{ key: "base_url", value: "http://127.0.0.1:8080" }],
    item: [...folders].map(([name, item]) => ({ name, description: described.get(name) ?? "", item })),
  };
}

// One step of the journey: the request, then assertions on status and fields, then what later steps need of it.
function step(given) {
  const operation = operations.get(given.operation);
  if (!operation) throw new Error(`journey.mjs names ${given.operation}, which the contract does not know`);
  const status = String(given.status);
  if (![status, `${status[0]}XX`, "default"].some((key) => key in operation.responses))
    throw new Error(`${given.operation} does not document ${given.status}, which the journey expects`);
  const lines = [
    `pm.test(${JSON.stringify(`${given.name}: ${given.status}`)}, () => pm.response.to.have.status(${given.status}));`,
    ...(given.expect ?? []).map(
      ([title, code]) =>
        `pm.test(${JSON.stringify(`${given.name}: ${title}`)}, () => { const body = pm.response.json(); ${code} });`,
    ),
    ...Object.entries(given.save ?? {}).map(
      ([variable, code]) =>
        `{ const body = pm.response.text() ? pm.response.json() : {}; pm.collectionVariables.set(${JSON.stringify(variable)}, ${code}); }`,
    ),
  ];
  const listen = (when, exec) => ({ listen: when, script: { type: "text/javascript", exec } });
  return {
    name: given.name,
    request: request(operation, given),
    event: [...(given.before ? [listen("prerequest", given.before)] : []), listen("test", lines)],
    response: [],
  };
}

const journeyCollection = {
  info: { name: `${contract.info.title}: ${journey.name}`, description: journey.description, schema: SCHEMA },
  variable: [{ key: "base_url", value: "http://127.0.0.1:8080" }],
  item: journey.folders.map(({ name, steps }) => ({ name, item: steps.map(step) })),
};

const environment = {
  name: "Estrade on this machine",
  values: [
    { key: "base_url", value: "http://127.0.0.1:8080", enabled: true },
    { key: "api_key", value: "", enabled: true, type: "secret" },
  ],
  _postman_variable_scope: "environment",
};

const write = (name, value) => writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
write("estrade.postman_collection.json", collection());
write("journey.postman_collection.json", journeyCollection);
write("estrade.postman_environment.json", environment);
