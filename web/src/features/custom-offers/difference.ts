// Two versions of an offer side by side: what each says, point by point, and where they differ.
import type { Version } from './queries';

export const FACETS = [
  'title',
  'description',
  'kind',
  'lines',
  'milestones',
  'rate',
  'weeklyHours',
  'estimatedHours',
  'rhythm',
  'deliveries',
  'gross',
  'deliveryDays',
  'revisions',
  'questions',
  'settlement',
  'deposit',
  'validity',
] as const;

export type Facet = (typeof FACETS)[number];
export type Facets = Partial<Record<Facet, unknown>>;

function ofTerms(terms: Version['terms']): Facets {
  switch (terms.kind) {
    case 'fixed':
      return { lines: terms.lines, deliveryDays: terms.delivery_days };
    case 'milestones':
      return { milestones: terms.milestones, deliveryDays: terms.delivery_days };
    case 'subscription': {
      const { lines, rhythm, every, deliveries } = terms;
      return { lines, rhythm: [rhythm, every], deliveries, deliveryDays: terms.delivery_days };
    }
    case 'hourly':
      return {
        rate: [terms.rate, terms.vat_rate],
        weeklyHours: terms.weekly_hours ?? null,
        estimatedHours: terms.estimated_hours,
      };
  }
}

/** What a version says; what does not belong to its kind of terms is absent. */
export function facetsOf(version: Version): Facets {
  return {
    title: version.title,
    description: version.description,
    kind: version.terms.kind,
    ...ofTerms(version.terms),
    gross: version.terms.totals.gross,
    revisions: version.revisions ?? null,
    questions: version.questions,
    settlement: version.settlement,
    deposit: version.deposit_percent ?? null,
    validity: version.promised_until ?? null,
  };
}

export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

export interface Difference {
  facet: Facet;
  changed: boolean;
}

/** Every point that one of the two has, and whether it changed. */
export function differencesOf(older: Version, newer: Version): Difference[] {
  const [before, after] = [facetsOf(older), facetsOf(newer)];
  return FACETS.filter((facet) => facet in before || facet in after).map((facet) => ({
    facet,
    changed: !isSame(before[facet], after[facet]),
  }));
}

/** Whether a line, a milestone or a question stands like this in the other version. */
export const standsIn = (item: unknown, others: readonly unknown[]) =>
  others.some((other) => isSame(item, other));
