import { describe, expect, it } from 'vitest';
import { wantedOf } from './filters';

describe('what the address asks of the API', () => {
  it('combines (S5-027, S5-028, S5-029)', () => {
    const kept = { nonlus: 'oui', balise: 'tag_1', confie: 'moi', etat: 'bloquees', q: ' léa ' };
    expect(wantedOf(kept)).toEqual({
      unread: true,
      tag: 'tag_1',
      assignee: 'me',
      state: 'blocked',
      q: 'léa',
    });
  });

  it('asks for nothing that the address does not say', () => {
    expect(wantedOf({})).toEqual({});
    expect(wantedOf({ nonlus: 'non', etat: 'perdues', q: '  ' })).toEqual({});
    expect(wantedOf({ confie: 'acc_1' })).toEqual({ assignee: 'acc_1' });
  });
});
