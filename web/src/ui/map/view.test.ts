import { describe, expect, it } from 'vitest';
import { OUTLINES } from './outlines.gen';
import { onMainland, overseas, spot, viewOn } from './view';

const ROUEN = { latitude: 49.4431, longitude: 1.0993 };
const POINTE_NOIRE = { latitude: -20.8823, longitude: 55.4504 };

const within = ([x, y]: [number, number], [left, top, right, bottom]: number[]) =>
  x >= left! && x <= right! && y >= top! && y <= bottom!;

describe('the département map', () => {
  it('S1-126: has the outline of each of the 101 départements', () => {
    const codes = Object.keys(OUTLINES);
    expect(codes).toHaveLength(101);
    expect(overseas(codes)).toEqual(['971', '972', '973', '974', '976']);
    expect(onMainland(codes)).toHaveLength(96);
    expect(onMainland(['00'])).toEqual([]);
  });

  it('S1-126: puts a point inside its own département, overseas too', () => {
    expect(within(spot('76', ROUEN), OUTLINES['76']!.box)).toBe(true);
    expect(within(spot('76', ROUEN), OUTLINES['14']!.box)).toBe(false);
    expect(within(spot('974', POINTE_NOIRE), OUTLINES['974']!.box)).toBe(true);
  });

  it('shows the area with its surroundings, and never less than a region', () => {
    const whole = viewOn([]);
    const normandy = viewOn(['76', '27', '14']);
    expect(normandy.width).toBeLessThan(whole.width / 2);
    expect(viewOn(['75']).width).toBeGreaterThanOrEqual(1150);
    for (const code of ['76', '27', '14']) {
      const [left, top, right, bottom] = OUTLINES[code]!.box;
      expect(left).toBeGreaterThan(normandy.x);
      expect(top).toBeGreaterThan(normandy.y);
      expect(right).toBeLessThan(normandy.x + normandy.width);
      expect(bottom).toBeLessThan(normandy.y + normandy.height);
    }
  });

  it('draws neighbours with the same border', () => {
    const points = (code: string) => {
      const found = new Set<string>();
      for (const ring of OUTLINES[code]!.path.split('z').filter(Boolean)) {
        const [x = 0, y = 0, ...steps] = (ring.match(/-?\d+/g) ?? []).map(Number);
        let at = [x, y];
        found.add(at.join());
        for (let i = 0; i + 1 < steps.length; i += 2) {
          at = [at[0]! + steps[i]!, at[1]! + steps[i + 1]!];
          found.add(at.join());
        }
      }
      return found;
    };
    const eure = points('27');
    expect([...points('76')].filter((point) => eure.has(point)).length).toBeGreaterThan(10);
  });
});
