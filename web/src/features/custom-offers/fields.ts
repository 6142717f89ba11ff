// What the parts of the form share.
import type { ApiForm } from '@/api/useApiForm';
import type { CustomOfferForm } from './form';

export interface FieldsProps {
  form: ApiForm<CustomOfferForm>;
  /** Exempt from VAT: no rate is asked for. */
  exempt: boolean;
}

/** A whole number that is typed, without the small arrows. */
export const WHOLE = {
  min: 0,
  max: 100_000,
  allowDecimal: false,
  allowNegative: false,
  hideControls: true,
} as const;
