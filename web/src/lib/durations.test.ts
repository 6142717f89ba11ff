import { describe, expect, it } from 'vitest';
import { formatDuration, toMinutes } from './durations';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('durations', () => {
  it('are written as people say them', () => {
    const written = (minutes: number, locale: string) => plain(formatDuration(minutes, locale));
    expect(written(150, 'fr')).toBe('2 h 30');
    expect(written(150, 'en')).toBe('2 h 30 min');
    expect(written(45, 'fr')).toBe('45 min');
    expect(written(2_400, 'fr')).toBe('40 h');
    expect(written(0, 'en')).toBe('0 h');
  });

  it('never part at a line’s end', () => {
    expect(formatDuration(150, 'fr')).toBe('2\u00a0h\u00a030');
  });

  it('are chosen in hours and quarters of an hour', () => {
    expect(toMinutes('2', '30')).toBe(150);
    expect(toMinutes(null, '45')).toBe(45);
    expect(toMinutes('24', '0')).toBe(1_440);
    expect(toMinutes(null, null)).toBe(0);
  });
});
