// The cards that the built-in payment provider knows. They are those of crates/domain/src/sandbox.rs; a test
// compares. None is anybody's.

export const CARDS = [
  { number: '4242424242424242', does: 'pays' },
  { number: '4000000000003220', does: 'asks' },
  { number: '4000000000000002', does: 'declined' },
  { number: '4000000000009995', does: 'insufficient' },
  { number: '4000000000000259', does: 'takesBack' },
  { number: '4000000000000077', does: 'late' },
] as const;

/** « 4242 4242 4242 4242 », as it is printed on a card. */
export const grouped = (number: string): string =>
  number.replace(/\s/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');

export const compact = (number: string): string => number.replace(/\s/g, '');
