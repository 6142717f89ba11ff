// Priced lines while they are typed, to and from the API's words.
import { quantityForApi, type PricedLine } from './pricing';

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

interface Line {
  label: string;
  quantity: string;
  unit_price: { amount: number };
  vat_rate: number;
}

export const newLine = (quantity = '1', vatRate = '2000'): LineForm => ({
  label: '',
  quantity,
  unit_price: null,
  vat_rate: vatRate,
});

/** A line as the API tells it, to be typed over. */
export const lineForm = (line: Line): LineForm => ({
  label: line.label,
  quantity: line.quantity,
  unit_price: line.unit_price.amount,
  vat_rate: String(line.vat_rate),
});

export const lineInput = (line: LineForm) => ({
  label: line.label,
  quantity: quantityForApi(line.quantity),
  unit_price: { amount: line.unit_price ?? 0, currency: 'EUR' },
  vat_rate: Number(line.vat_rate),
});

export const priced = (line: LineForm): PricedLine => ({
  quantity: line.quantity,
  unitPrice: line.unit_price,
  vatRate: Number(line.vat_rate),
});

/** The fields without which a line is none, by their place. */
export function missingInLines(lines: readonly LineForm[], path = 'lines'): string[] {
  return lines.flatMap((line, index) => [
    ...(line.label.trim() ? [] : [`${path}.${index}.label`]),
    ...(line.quantity.trim() ? [] : [`${path}.${index}.quantity`]),
    ...(line.unit_price === null ? [`${path}.${index}.unit_price`] : []),
  ]);
}
