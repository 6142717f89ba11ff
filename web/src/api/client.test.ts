// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from './client';
import { fieldErrors, Problem } from './problem';
import { forgetSession } from './session';

const url = 'http://localhost:3000/v1/tenders';
const answers: Response[] = [];
const sent: Request[] = [];

const problem = (status: number, extra: object = {}) =>
  new Response(JSON.stringify({ title: 'Refusé', status, code: 'refused', ...extra }), { status });

beforeEach(() => {
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const href = typeof input === 'string' ? new URL(input, url).href : input;
    sent.push(new Request(href, init));
    return answers.shift() ?? new Response('{}', { status: 200 });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  answers.length = 0;
  sent.length = 0;
  forgetSession();
});

describe('a call to the API', () => {
  it('marks and keys what changes something, and leaves reading alone', async () => {
    await call(new Request(url, { method: 'POST', body: '{}' }));
    await call(new Request(url));
    expect(sent[0]?.headers.get('X-Estrade')).toBe('1');
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[1]?.headers.has('X-Estrade')).toBe(false);
    expect(sent[1]?.headers.has('Idempotency-Key')).toBe(false);
  });

  it('renews the session once for many refused calls, then repeats each with its own key', async () => {
    document.cookie = '__Host-estrade-hint=1; Path=/; Secure';
    answers.push(problem(401), problem(401), new Response(null, { status: 204 }));
    const post = () => call(new Request(url, { method: 'POST', body: '{"a":1}' }));
    const both = await Promise.all([post(), post()]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    const refreshes = sent.filter((request) => request.url.endsWith('/v1/sessions/refresh'));
    expect(refreshes).toHaveLength(1);
    const keys = sent
      .filter((request) => request.url === url)
      .map((request) => request.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
    expect(await sent.at(-1)?.json()).toEqual({ a: 1 });
  });

  it('throws the problem when the session cannot be renewed, and never asks again', async () => {
    document.cookie = '__Host-estrade-hint=1; Path=/; Secure';
    answers.push(problem(401), problem(401), problem(401));
    await expect(call(new Request(url))).rejects.toMatchObject({ status: 401, code: 'refused' });
    await expect(call(new Request(url))).rejects.toMatchObject({ status: 401 });
    expect(sent.map((request) => new URL(request.url).pathname)).toEqual([
      '/v1/tenders',
      '/v1/sessions/refresh',
      '/v1/tenders',
    ]);
  });

  it('carries field messages by their path in the form', async () => {
    answers.push(
      problem(422, {
        request_id: 'req_1',
        errors: [
          { pointer: '/lots/0/trade', code: 'required', detail: 'Choisissez un métier.' },
          { pointer: '/lots/0/trade', code: 'other', detail: 'Autre.' },
        ],
      }),
    );
    const error: unknown = await call(new Request(url)).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).requestId).toBe('req_1');
    expect(fieldErrors(error as Problem)).toEqual({ 'lots.0.trade': 'Choisissez un métier.' });
  });

  it('makes a problem of an answer that is none', async () => {
    answers.push(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    await expect(call(new Request(url))).rejects.toMatchObject({
      status: 502,
      code: 'unreadable_answer',
    });
  });
});
