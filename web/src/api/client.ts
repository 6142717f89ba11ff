// The only door to the API. Every call has the same manners: same origin, the marker header and an
// idempotency key on what changes something, one renewal of the session on 401, a Problem on refusal.
import createClient from 'openapi-fetch';
import type { paths } from './schema.gen';
import { networkProblem, problemOf } from './problem';
import { announceSessionLost, renewSession } from './session';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

// Signing in and renewing answer 401 for their own reasons.
const OWN_401 = /^\/v1\/sessions(\/refresh)?$/;

function dressed(request: Request): Request {
  request.headers.set('Accept-Language', document.documentElement.lang || 'fr');
  if (!SAFE.has(request.method)) request.headers.set('X-Estrade', '1');
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  }
  return request;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw networkProblem();
  }
}

/** fetch with the manners above; throws a Problem for every answer that is not a success. */
export async function call(input: Request): Promise<Response> {
  const request = dressed(input);
  const again = request.clone(); // A body can be read once only; the copy serves the second try.
  let response = await send(request);
  if (response.status === 401 && !OWN_401.test(new URL(request.url).pathname)) {
    if (await renewSession()) response = await send(again);
    if (response.status === 401) announceSessionLost();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: call,
});

interface Answer<T> {
  data?: T;
  response: Response;
}

/** The body of a successful answer. Refusals were thrown by `call`. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await answer).data as T;
}

/** A body with the version it was read at, for a later `If-Match`. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

export async function unwrapVersioned<T>(answer: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { data, response } = await answer;
  return { value: data as T, etag: response.headers.get('ETag') ?? '' };
}

/** Headers that change a thing only if it is still the one that was read. */
export function ifMatch(etag: string): { 'If-Match': string } {
  return { 'If-Match': etag };
}
