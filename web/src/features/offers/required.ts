// What an offer cannot do without, told before asking the server.
import { missingInLines } from '@/lib/lines';
import type { OfferForm } from './terms';

export function missingIn(form: OfferForm): string[] {
  const missing: string[] = [];
  if (!form.public_message.trim()) missing.push('public_message');
  return [...missing, ...missingInLines(form.lines)];
}

export function requiredErrors(form: OfferForm, message: string): Record<string, string> {
  return Object.fromEntries(missingIn(form).map((field) => [field, message]));
}
