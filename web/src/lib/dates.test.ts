import { describe, expect, it } from 'vitest';
import { formatDate, relativeTime, remaining } from './dates';

const now = Date.parse('2027-01-10T12:00:00Z');

describe('dates', () => {
  it('never shifts a calendar day', () => {
    expect(formatDate('2027-06-12', 'fr', 'long')).toBe('samedi 12 juin 2027');
    expect(formatDate('2027-06-12', 'en', 'medium')).toBe('June 12, 2027');
  });

  it('shows an instant in the asked zone', () => {
    expect(formatDate('2027-06-12T23:30:00Z', 'fr', 'medium', 'Europe/Paris')).toBe('13 juin 2027');
  });

  it('tells the distance in the largest whole unit', () => {
    expect(relativeTime('2027-01-10T09:00:00Z', now, 'fr')).toBe('il y a 3 heures');
    expect(relativeTime('2027-01-12T12:00:00Z', now, 'fr')).toBe('après-demain');
    expect(relativeTime('2027-01-10T12:00:20Z', now, 'fr')).toBe('à l’instant');
  });

  it('counts down and stops at zero', () => {
    expect(remaining('2027-01-12T13:30:00Z', now)).toEqual({
      days: 2,
      hours: 1,
      minutes: 30,
      over: false,
    });
    expect(remaining('2027-01-01T00:00:00Z', now).over).toBe(true);
  });
});
