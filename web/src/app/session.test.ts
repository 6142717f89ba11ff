import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enter, leave, meQuery } from './session';

const me = { given_name: 'Ada', organization: { kind: 'client', handle: 'ada' } };
let answer: () => Response;

beforeEach(() => {
  vi.stubGlobal('fetch', async () => answer());
});

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('a session', () => {
  it('takes a refusal for a visitor, and remembers nobody', async () => {
    answer = () => new Response('{"title":"x","status":401,"code":"signed_out"}', { status: 401 });
    const client = new QueryClient();
    expect(await client.fetchQuery(meQuery)).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('forgets what the one before read, when somebody enters and when they leave', async () => {
    answer = () => Response.json(me);
    const client = new QueryClient();
    client.setQueryData(['tenders'], 'of somebody else');
    expect(await enter(client)).toMatchObject({ given_name: 'Ada' });
    expect(client.getQueryData(['tenders'])).toBeUndefined();
    client.setQueryData(['tenders'], 'mine');
    leave(client);
    expect(client.getQueryData(['tenders'])).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });
});
