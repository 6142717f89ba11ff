// The form of a need, to the API's words.
import type { NeedInput } from './queries';

export interface NeedForm extends Record<string, unknown> {
  trade: string | null;
  departement: string | null;
  day: string | null;
  /** In cents. */
  budget_min: number | null;
  budget_max: number | null;
  title: string;
  description: string;
}

export const emptyNeed = (
  trade: string | undefined,
  departement: string | undefined,
): NeedForm => ({
  trade: trade ?? null,
  departement: departement ?? null,
  day: null,
  budget_min: null,
  budget_max: null,
  title: '',
  description: '',
});

const euros = (amount: number | null) => (amount === null ? null : { amount, currency: 'EUR' });

export function inputOf(form: NeedForm): NeedInput {
  return {
    title: form.title,
    description: form.description,
    trade: form.trade ?? '',
    departement: form.departement ?? '',
    day: form.day,
    budget_min: euros(form.budget_min),
    budget_max: euros(form.budget_max),
  };
}
