// How long work took: whole minutes, as the API counts them, in steps of a quarter of an hour.

const HOUR = 60;
const SPACE = '\u00a0';

/** « 2 h 30 », « 45 min », « 0 h »; the parts never part at a line's end. */
export function formatDuration(minutes: number, locale: string): string {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  if (rest === 0) return `${hours}${SPACE}h`;
  if (hours === 0) return `${rest}${SPACE}min`;
  const after = locale === 'fr' ? String(rest).padStart(2, '0') : `${rest}${SPACE}min`;
  return `${hours}${SPACE}h${SPACE}${after}`;
}

/** Hours and minutes, as they are chosen apart; what is not chosen is none. */
export const toMinutes = (hours: string | null, minutes: string | null): number =>
  Number(hours ?? 0) * HOUR + Number(minutes ?? 0);
