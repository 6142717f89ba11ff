// Money is integer minor units with its currency, as the API says it; no float touches it.

export interface MoneyValue {
  amount: number;
  currency: string;
}

function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** Writes minor units as a decimal numeral ("12050", 2 digits → "120.50") without dividing. */
export function toDecimal(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0');
  if (digits === 0) return sign + padded;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** « 1 250,00 € », or « 1 250 € » when `cents` is "auto" and there are none. */
export function formatMoney(
  { amount, currency }: MoneyValue,
  locale: string,
  cents: 'always' | 'auto' = 'always',
): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: cents === 'auto' ? 'stripIfInteger' : 'auto',
  });
  // A decimal numeral in a string is formatted exactly; a number would go through a float.
  return format.format(toDecimal(amount, minorDigits(currency)) as Intl.StringNumericLiteral);
}

/** Reads what a person types (« 1 250,5 », "1,250.50", "1250") as minor units; null if unclear. */
export function parseMoney(text: string, digits = 2): number | null {
  const compact = text.replace(/[\s\u00a0\u202f€$£]/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d*))?$/.exec(compact);
  if (!match?.[1]) return null;
  const whole = match[1].replace(/[.,]/g, '');
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
