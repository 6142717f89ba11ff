// What priced lines come to. The API computes the same way and has the last word: this is for totals
// that live while a provider types. VAT is computed once per rate, on the sum of its net lines.

/** Basis points: 20 %, 10 %, 5.5 %, none. */
export const VAT_RATES = [2000, 1000, 550, 0] as const;

const LARGEST_THOUSANDTHS = 100_000_000n;

export interface PricedLine {
  /** A decimal as typed: "2", "1,5". */
  quantity: string;
  /** Net price of one, in cents; null while it is not one. */
  unitPrice: number | null;
  /** Basis points. */
  vatRate: number;
}

export interface VatShare {
  rate: number;
  net: number;
  vat: number;
}

export interface Totals {
  net: number;
  shares: VatShare[];
  vat: number;
  gross: number;
}

/** « 1,5 » as 1500 thousandths; null if it is no positive decimal of at most three places. */
export function parseQuantity(text: string): bigint | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const thousandths = BigInt(match[1]) * 1000n + BigInt((match[2] ?? '').padEnd(3, '0'));
  return thousandths > 0n && thousandths <= LARGEST_THOUSANDTHS ? thousandths : null;
}

/** "1,5" as the API reads it: "1.5". */
export function quantityForApi(text: string): string {
  return text.trim().replace(',', '.');
}

/** Rounded half up; nothing here is negative. */
function divided(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n);
}

function exactNet(line: PricedLine): bigint | null {
  const thousandths = parseQuantity(line.quantity);
  if (thousandths === null || line.unitPrice === null || line.unitPrice <= 0) return null;
  return divided(thousandths * BigInt(line.unitPrice), 1000n);
}

/** Quantity times unit price, in cents; null while a part is missing. */
export function lineNet(line: PricedLine): number | null {
  const net = exactNet(line);
  return net === null ? null : Number(net);
}

/** The sum of the lines that are complete. */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const nets = new Map<number, bigint>();
  for (const line of lines) {
    const net = exactNet(line);
    if (net !== null) nets.set(line.vatRate, (nets.get(line.vatRate) ?? 0n) + net);
  }
  const shares = [...nets]
    .sort(([one], [other]) => other - one)
    .map(([rate, net]) => ({ rate, net, vat: divided(net * BigInt(rate), 10_000n) }));
  const net = shares.reduce((sum, share) => sum + share.net, 0n);
  const vat = shares.reduce((sum, share) => sum + share.vat, 0n);
  return {
    net: Number(net),
    shares: shares.map((share) => ({
      rate: share.rate,
      net: Number(share.net),
      vat: Number(share.vat),
    })),
    vat: Number(vat),
    gross: Number(net + vat),
  };
}

/** Several totals together, each with its own VAT, as each will be an invoice of its own. */
export function sumOf(totals: readonly Totals[]): Totals {
  const shares = new Map<number, VatShare>();
  for (const share of totals.flatMap((one) => one.shares)) {
    const { net, vat } = shares.get(share.rate) ?? { net: 0, vat: 0 };
    shares.set(share.rate, { rate: share.rate, net: net + share.net, vat: vat + share.vat });
  }
  const sum = (name: 'net' | 'vat' | 'gross') => totals.reduce((all, one) => all + one[name], 0);
  const sorted = [...shares.values()].sort((one, other) => other.rate - one.rate);
  return { net: sum('net'), shares: sorted, vat: sum('vat'), gross: sum('gross') };
}

/** A quantity as the API says it ("62.5"), written for the language: « 62,5 ». */
export function formatQuantity(quantity: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(
    quantity as Intl.StringNumericLiteral,
  );
}

/** « 20 % », « 5,5 % ». */
export function formatRate(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    basisPoints / 10_000,
  );
}
