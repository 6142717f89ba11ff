// What an offer cannot do without, told before asking the server.
import type { OfferForm } from './terms';

export function missingIn(form: OfferForm): string[] {
  const missing: string[] = [];
  if (!form.public_message.trim()) missing.push('public_message');
  form.lines.forEach((line, index) => {
    if (!line.label.trim()) missing.push(`lines.${index}.label`);
    if (!line.quantity.trim()) missing.push(`lines.${index}.quantity`);
    if (line.unit_price === null) missing.push(`lines.${index}.unit_price`);
  });
  return missing;
}

export function requiredErrors(form: OfferForm, message: string): Record<string, string> {
  return Object.fromEntries(missingIn(form).map((field) => [field, message]));
}
