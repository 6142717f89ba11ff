// How a call that is tried out leaves the page: with the reader's key as a program would send it, or with
// the session as this site does.
import type { Attempt } from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { renewSession } from '@/api/session';

const SAFE = new Set(['GET', 'HEAD']);

/** A session whose access cookie has run out is renewed, as everywhere else. */
async function bySession(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options);
  return response.status === 401 && (await renewSession()) ? fetch(url, options) : response;
}

/** `key` is empty for none. */
export function dressed(attempt: Attempt, key: string): Attempt {
  if (key) {
    attempt.headers.Authorization = `Bearer ${key}`;
    return attempt;
  }
  attempt.userFetch = bySession;
  if (!SAFE.has(attempt.method.toUpperCase())) attempt.headers['X-Estrade'] = '1';
  return attempt;
}
