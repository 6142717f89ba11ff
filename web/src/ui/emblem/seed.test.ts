import { describe, expect, it } from 'vitest';
import { motifOf } from './motifs';
import { GROUNDS, groundOf, PATTERNS } from './seed';

const HANDLES = Array.from({ length: 600 }, (_, index) => `prestataire-${index}`);

describe('the emblem of a provider', () => {
  it('is the same whenever it is drawn', () => {
    expect(groundOf('leo-platines')).toEqual(groundOf('leo-platines'));
  });

  it('spreads providers evenly over colours and patterns', () => {
    const grounds = HANDLES.map(groundOf);
    for (let tint = 0; tint < GROUNDS; tint += 1) {
      expect(grounds.filter((ground) => ground.tint === tint).length).toBeGreaterThan(60);
    }
    for (const pattern of PATTERNS) {
      expect(grounds.filter((ground) => ground.pattern === pattern).length).toBeGreaterThan(60);
    }
  });

  it('shows the thing of the trade, and a stage for one that it does not know', () => {
    expect(motifOf('dj')).toBe('turntable');
    expect(motifOf('traiteur')).toBe('cloche');
    expect(motifOf('trade-of-tomorrow')).toBe('stage');
  });
});
