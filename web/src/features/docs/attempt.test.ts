import { describe, expect, it } from 'vitest';
import { dressed } from './attempt';

const attempt = (method: string) => ({ url: '/v1/tenders', method, headers: {} });

describe('a call that is tried out', () => {
  it('goes as a program sends it when there is a key', () => {
    const { headers, userFetch } = dressed(attempt('POST'), 'esk_x');
    expect(headers).toEqual({ Authorization: 'Bearer esk_x' });
    expect(userFetch).toBeUndefined();
  });

  it('goes with the session otherwise, marked as ours when it changes something', () => {
    expect(dressed(attempt('GET'), '').headers).toEqual({});
    expect(dressed(attempt('post'), '').headers).toEqual({ 'X-Estrade': '1' });
  });
});
