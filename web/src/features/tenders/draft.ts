// The guided form: what each step asks, which steps are open, and the way from the API's view of a tender
// to a form and back. Field names are those of the API, so that its refusals land under their field.
import { findIdea, IDEAS } from '@/lib/ideas';
import type { Tender, TenderEvent, TenderInput, TenderLot } from './queries';

export const STEPS = ['what', 'where', 'who', 'trades', 'review'] as const;
export type Step = (typeof STEPS)[number];

export interface EventForm {
  kind: string;
  title: string;
  day: string | null;
  day_flexible: boolean;
  start_time: string;
  town: string;
  departement: string | null;
  venue_known: boolean;
  venue: string;
  guests: number | string;
  guest_ages: string;
  description: string;
  ideas_wanted: boolean;
}

export interface LotForm {
  /** None before the first saving. */
  id?: string | undefined;
  trade: string | null;
  quantity: string;
  wishes: string;
  /** In work or done: what was agreed is not changed. */
  locked: boolean;
}

export interface TenderForm extends Record<string, unknown> {
  event: EventForm;
  lots: LotForm[];
}

export const newLot = (trade: string | null = null): LotForm => ({
  trade,
  quantity: '',
  wishes: '',
  locked: false,
});

export function emptyForm(): TenderForm {
  return {
    event: {
      kind: '',
      title: '',
      day: null,
      day_flexible: false,
      start_time: '',
      town: '',
      departement: null,
      venue_known: false,
      venue: '',
      guests: '',
      guest_ages: '',
      description: '',
      ideas_wanted: false,
    },
    lots: [],
  };
}

const eventForm = (event: TenderEvent): EventForm => ({
  kind: event.kind ?? '',
  title: event.title,
  day: event.day ?? null,
  day_flexible: event.day_flexible,
  start_time: event.start_time ?? '',
  town: event.town,
  departement: event.departement ?? null,
  venue_known: event.venue_known,
  venue: event.venue ?? '',
  guests: event.guests ?? '',
  guest_ages: event.guest_ages,
  description: event.description,
  ideas_wanted: event.ideas_wanted,
});

const lotForm = (lot: TenderLot): LotForm => ({
  id: lot.id,
  trade: lot.trade,
  quantity: lot.quantity,
  wishes: lot.wishes,
  locked: lot.status === 'in_work' || lot.status === 'done',
});

/** Lots that were dropped stay in the history, and out of the form. */
export function formOf(tender: Tender): TenderForm {
  const lots = tender.lots.filter((lot) => lot.status !== 'closed');
  return { event: eventForm(tender.event), lots: lots.map(lotForm) };
}

interface IdeaTexts {
  title: string;
  text: string;
}

/** A form begun from an idea of the inspiration page (S1-182). */
export function formOfIdea(slug: string, texts: IdeaTexts): TenderForm {
  const form = emptyForm();
  const idea = findIdea(slug);
  if (!idea) return form;
  form.event.kind = idea.kind;
  form.event.title = texts.title;
  form.event.description = texts.text;
  form.lots = idea.trades.map((trade) => newLot(trade));
  return form;
}

const ZONES: Record<string, string> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '976': 'Indian/Mayotte',
};

/** The clock of a département. */
export function zoneOf(departement: string | null): string {
  return ZONES[departement ?? ''] ?? 'Europe/Paris';
}

/** What is sent. Lots without a trade are not written yet. */
export function inputOf(form: TenderForm, draftStep?: number): TenderInput {
  const { event, lots } = form;
  return {
    event: {
      ...event,
      day: event.day ?? '',
      departement: event.departement ?? '',
      venue: event.venue_known ? event.venue : '',
      guests: typeof event.guests === 'number' ? event.guests : null,
      zone: zoneOf(event.departement),
    },
    lots: lots
      .filter((lot) => lot.trade)
      .map(({ id, trade, quantity, wishes }) => ({ id, trade: trade ?? '', quantity, wishes })),
    ...(draftStep === undefined ? {} : { draft_step: draftStep }),
  };
}

/** The fields that a step still lacks before the tender can be published, by form path. */
export function missingIn(step: Step, { event, lots }: TenderForm): string[] {
  const lacks = (wanted: [string, boolean][]) =>
    wanted.filter(([, absent]) => absent).map(([field]) => field);
  switch (step) {
    case 'what':
      return lacks([
        ['event.kind', !event.kind],
        ['event.title', !event.title.trim()],
      ]);
    case 'where':
      return lacks([
        ['event.day', !event.day && !event.day_flexible],
        ['event.town', !event.town.trim()],
        ['event.departement', !event.departement],
        ['event.venue', event.venue_known && !event.venue.trim()],
      ]);
    case 'who':
      return lacks([
        ['event.guests', typeof event.guests !== 'number' || event.guests < 1],
        ['event.description', !event.description.trim()],
      ]);
    case 'trades':
      return lacks([
        ['lots', lots.length === 0],
        ...lots.map((lot, index): [string, boolean] => [`lots.${index}.trade`, !lot.trade]),
      ]);
    case 'review':
      return STEPS.slice(0, -1).flatMap((earlier) => missingIn(earlier, { event, lots }));
  }
}

/** The furthest step that may be opened, from 1: the first that lacks something, or the last. */
export function furthestStep(form: TenderForm): number {
  const lacking = STEPS.slice(0, -1).findIndex((step) => missingIn(step, form).length > 0);
  return lacking === -1 ? STEPS.length : lacking + 1;
}

/** The step to show for the one in the address: a number from 1, never beyond the furthest. */
export function stepToShow(asked: string | undefined, form: TenderForm): number {
  const number = Number(asked);
  const wanted = Number.isInteger(number) && number >= 1 ? number : 1;
  return Math.min(wanted, furthestStep(form), STEPS.length);
}

/** The step, from 1, that asks for a field of the form or of a refusal ("event.town", "lots.0.trade"). */
export function stepOfField(path: string): number {
  if (path.startsWith('lots')) return 4;
  const name = path.split('.')[1] ?? '';
  if (name === 'kind' || name === 'title') return 1;
  if (name.startsWith('guest') || name === 'description' || name === 'ideas_wanted') return 3;
  return 2;
}

const USUAL = ['traiteur', 'dj', 'photographe', 'location-de-salle'];

/** Trades that such events often ask for, and that the form does not ask for yet. */
export function suggestedTrades(kind: string, lots: readonly LotForm[]): string[] {
  const ofKind = IDEAS.filter((idea) => idea.kind === kind).flatMap((idea) => [...idea.trades]);
  const taken = new Set(lots.map((lot) => lot.trade));
  return [...new Set<string>([...USUAL, ...ofKind])].filter((slug) => !taken.has(slug)).slice(0, 8);
}

/** Whether a sample text still has its bracketed passages. */
export function hasBrackets(text: string): boolean {
  return /\[[^\][]+\]/.test(text);
}

/** The sample text put where nothing is lost: alone, or after what is written (S1-033). */
export function withSample(written: string, sample: string): string {
  if (!written.trim()) return sample;
  return written.includes(sample) ? written : `${written.trimEnd()}\n\n${sample}`;
}
