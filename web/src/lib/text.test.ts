import { describe, expect, it } from 'vitest';
import { bindMarks, folded } from './text';

describe('text', () => {
  it('compares without accents, capitals or hyphens', () => {
    expect(folded('  Seine-Maritime ')).toBe('seine maritime');
    expect(folded('Éclairage')).toBe('eclairage');
  });

  it('keeps French marks with their word, at any depth', () => {
    expect(bindMarks({ a: ['Qui ?', '« accepté » ; bien !'], b: { c: 'Prix : 30 %' } })).toEqual({
      a: ['Qui\u202f?', '«\u00a0accepté\u00a0»\u202f; bien\u202f!'],
      b: { c: 'Prix\u00a0: 30\u00a0%' },
    });
  });
});
