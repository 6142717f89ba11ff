// Instants are RFC 3339 in UTC; an event's day is a calendar date in its own zone.

const DAY = 86_400_000;

export type DateStyle = 'short' | 'medium' | 'long' | 'weekday' | 'day-time' | 'time';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  medium: { day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  'day-time': {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  time: { hour: '2-digit', minute: '2-digit' },
};

const isCalendarDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** An instant is shown in the reader's zone (or `zone`); a calendar day is never shifted. */
export function formatDate(
  value: string,
  locale: string,
  style: DateStyle = 'medium',
  zone?: string,
): string {
  const timeZone = isCalendarDay(value) ? 'UTC' : zone;
  return new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone }).format(new Date(value));
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

// Intl says « maintenant » and "now", which no one says of what has been done.
const JUST_NOW: Record<string, string> = { fr: 'à l’instant', en: 'just now' };

/** « il y a 3 heures », « dans 2 jours », « à l’instant » under a minute. */
export function relativeTime(instant: string, now: number, locale: string): string {
  const distance = Date.parse(instant) - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = UNITS.find(([, size]) => Math.abs(distance) >= size);
  if (!unit) return JUST_NOW[locale] ?? format.format(0, 'second');
  return format.format(Math.trunc(distance / unit[1]), unit[0]);
}

/** « aujourd’hui », « hier », else the day with its name, in the reader's calendar. */
export function dayName(instant: string, now: number, locale: string): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const distance = Math.round((midnight(Date.parse(instant)) - midnight(now)) / DAY);
  if (distance < -1 || distance > 0) return formatDate(instant, locale, 'long');
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day');
}

export interface Remaining {
  days: number;
  hours: number;
  minutes: number;
  over: boolean;
}

/** What is left until an instant, in whole days, hours and minutes. */
export function remaining(until: string, now: number): Remaining {
  const left = Math.max(0, Date.parse(until) - now);
  return {
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / 3_600_000),
    minutes: Math.floor((left % 3_600_000) / 60_000),
    over: left === 0,
  };
}

/** The calendar day of an instant in Paris, where offers and hours count their days. */
export const legalDay = (instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(instant));

/** The last whole day before an instant, in Paris. */
export const lastDay = (instant: string): string => legalDay(Date.parse(instant) - 1);
