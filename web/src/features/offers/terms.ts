// The form of an offer: its lines and messages, to and from the API's words.
import { lastDay } from '@/lib/dates';
import { lineForm, lineInput, newLine, type LineForm } from '@/lib/lines';
import type { Offer, OfferInput } from './queries';

export interface OfferForm extends Record<string, unknown> {
  public_message: string;
  private_message: string;
  lines: LineForm[];
  expires_on: string | null;
}

export function emptyOffer(quantity: string, vatRate: string): OfferForm {
  return {
    public_message: '',
    private_message: '',
    lines: [newLine(quantity, vatRate)],
    expires_on: null,
  };
}

export function formOf(offer: Offer): OfferForm {
  return {
    public_message: offer.public_message,
    private_message: offer.private_message,
    lines: offer.lines.map(lineForm),
    expires_on: offer.promised_until ? lastDay(offer.promised_until) : null,
  };
}

export function inputOf(form: OfferForm): OfferInput {
  return {
    public_message: form.public_message,
    private_message: form.private_message,
    expires_on: form.expires_on,
    lines: form.lines.map(lineInput),
  };
}

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
