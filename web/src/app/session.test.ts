// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetSession, mayHaveSession } from '@/api/session';
import { enter, leave, meQuery } from './session';

const hint = () => (document.cookie = '__Host-estrade-hint=1; Path=/; Secure');

const me = { given_name: 'Ada', organization: { kind: 'client', handle: 'ada' } };
let answer: () => Response;

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer()),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  forgetSession();
});

describe('a session', () => {
  it('is not asked for where there can be none', async () => {
    expect(await new QueryClient().fetchQuery(meQuery)).toBeNull();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('takes a refusal for a visitor, and remembers nobody', async () => {
    hint();
    answer = () => new Response('{"title":"x","status":401,"code":"signed_out"}', { status: 401 });
    const client = new QueryClient();
    expect(await client.fetchQuery(meQuery)).toBeNull();
    expect(mayHaveSession()).toBe(false);
  });

  it('forgets what the one before read, when somebody enters and when they leave', async () => {
    hint();
    answer = () => Response.json(me);
    const client = new QueryClient();
    client.setQueryData(['tenders'], 'of somebody else');
    expect(await enter(client)).toMatchObject({ given_name: 'Ada' });
    expect(client.getQueryData(['tenders'])).toBeUndefined();
    client.setQueryData(['tenders'], 'mine');
    leave(client);
    expect(client.getQueryData(['tenders'])).toBeUndefined();
    expect(mayHaveSession()).toBe(false);
  });
});
