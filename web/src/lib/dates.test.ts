import { describe, expect, it } from 'vitest';
import { dayName, formatDate, lastDay, relativeTime, remaining } from './dates';

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

  it('names a day by the calendar, not by the hours that have passed', () => {
    const noon = new Date(2027, 0, 10, 12).getTime();
    const at = (day: number, hour: number) => new Date(2027, 0, day, hour).toISOString();
    expect(dayName(at(10, 0), noon, 'fr')).toBe('aujourd’hui');
    expect(dayName(at(9, 23), noon, 'en')).toBe('yesterday');
    expect(dayName(at(8, 23), noon, 'fr')).toBe('vendredi 8 janvier 2027');
  });

  it('tells the last day of a validity in Paris, summer and winter', () => {
    expect(lastDay('2027-06-30T22:00:00Z')).toBe('2027-06-30');
    expect(lastDay('2027-01-31T23:00:00Z')).toBe('2027-01-31');
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
