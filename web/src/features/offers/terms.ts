// The form of an offer: its lines and messages, to and from the API's words.
import type { PricedLine } from '@/lib/pricing';
import { quantityForApi } from '@/lib/pricing';
import type { Offer, OfferInput } from './queries';

/** At most so many lines. */
export const MOST_LINES = 30;

export interface LineForm {
  label: string;
  quantity: string;
  /** Net price of one, in cents. */
  unit_price: number | null;
  /** Basis points, as a select holds them. */
  vat_rate: string;
}

export interface OfferForm extends Record<string, unknown> {
  public_message: string;
  private_message: string;
  lines: LineForm[];
  expires_on: string | null;
}

export const newLine = (quantity = '1', vatRate = '2000'): LineForm => ({
  label: '',
  quantity,
  unit_price: null,
  vat_rate: vatRate,
});

export function emptyOffer(quantity: string, vatRate: string): OfferForm {
  return {
    public_message: '',
    private_message: '',
    lines: [newLine(quantity, vatRate)],
    expires_on: null,
  };
}

/** The last whole day before an instant, in Paris, where offers count their days. */
export function lastDay(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(
    new Date(Date.parse(instant) - 1),
  );
}

export function formOf(offer: Offer): OfferForm {
  return {
    public_message: offer.public_message,
    private_message: offer.private_message,
    lines: offer.lines.map((line) => ({
      label: line.label,
      quantity: line.quantity,
      unit_price: line.unit_price.amount,
      vat_rate: String(line.vat_rate),
    })),
    expires_on: offer.promised_until ? lastDay(offer.promised_until) : null,
  };
}

export function inputOf(form: OfferForm): OfferInput {
  return {
    public_message: form.public_message,
    private_message: form.private_message,
    expires_on: form.expires_on,
    lines: form.lines.map((line) => ({
      label: line.label,
      quantity: quantityForApi(line.quantity),
      unit_price: { amount: line.unit_price ?? 0, currency: 'EUR' },
      vat_rate: Number(line.vat_rate),
    })),
  };
}

export const priced = (line: LineForm): PricedLine => ({
  quantity: line.quantity,
  unitPrice: line.unit_price,
  vatRate: Number(line.vat_rate),
});

export type Sorting = 'prix' | 'note' | 'recent';

interface Sortable {
  totals?: { gross: { amount: number } } | null | undefined;
  provider: { rating: { average?: number | null | undefined; count: number } };
  written_at?: string | null | undefined;
}

/** Offers beside each other: the cheapest, the best reviewed or the latest first. */
export function sorted<T extends Sortable>(offers: readonly T[], by: Sorting): T[] {
  const gross = (offer: T) => offer.totals?.gross.amount ?? Infinity;
  const note = (offer: T) => offer.provider.rating.average ?? 0;
  const order: Record<Sorting, (one: T, other: T) => number> = {
    prix: (one, other) => gross(one) - gross(other),
    note: (one, other) =>
      note(other) - note(one) ||
      other.provider.rating.count - one.provider.rating.count ||
      gross(one) - gross(other),
    recent: (one, other) => (other.written_at ?? '').localeCompare(one.written_at ?? ''),
  };
  return offers.toSorted(order[by]);
}
