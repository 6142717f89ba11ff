// The form of a custom offer, to and from the API's words. The terms of all four kinds are kept while one
// types, so that trying another kind loses nothing; only those of the chosen kind are sent.
import { lastDay } from '@/lib/dates';
import { lineForm, lineInput, missingInLines, newLine, type LineForm } from '@/lib/lines';
import type { CustomOfferInput, QuoteRequest, Service, Terms, Version } from './queries';

export const KINDS = ['fixed', 'milestones', 'subscription', 'hourly'] as const;
export type TermsKind = (typeof KINDS)[number];

/** How it is paid: between the two, or through the platform, which keeps the money meanwhile. */
export const SETTLEMENTS = ['direct', 'held'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export const RHYTHMS = ['daily', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Two make milestones of a single payment; the last one is the final delivery. */
export const FEWEST_MILESTONES = 2;
export const MOST_QUESTIONS = 10;

/** A number while it is typed: empty before, and when it is not one. */
export type Count = number | string;

export interface MilestoneForm {
  name: string;
  description: string;
  days: Count;
  /** Net, in cents. */
  price: number | null;
  vat_rate: string;
}

export interface TermsForm {
  kind: TermsKind;
  lines: LineForm[];
  delivery_days: Count;
  milestones: MilestoneForm[];
  rhythm: Rhythm;
  every: Count;
  deliveries: Count;
  rate: number | null;
  vat_rate: string;
  weekly_hours: Count;
  estimated_hours: Count;
}

export interface QuestionForm {
  text: string;
  mandatory: boolean;
}

export interface CustomOfferForm extends Record<string, unknown> {
  /** The service that it is made from. */
  service: string | null;
  title: string;
  description: string;
  terms: TermsForm;
  revisions: Count;
  unlimited_revisions: boolean;
  /** Whether the client is asked anything before the work begins. */
  asks: boolean;
  questions: QuestionForm[];
  settlement: Settlement;
  deposit_percent: Count;
  expires_on: string | null;
}

export const newMilestone = (vatRate: string): MilestoneForm => ({
  name: '',
  description: '',
  days: '',
  price: null,
  vat_rate: vatRate,
});

export const newQuestion = (): QuestionForm => ({ text: '', mandatory: true });

function emptyTerms(kind: TermsKind, vatRate: string): TermsForm {
  return {
    kind,
    lines: [newLine('1', vatRate)],
    delivery_days: '',
    milestones: [newMilestone(vatRate), newMilestone(vatRate)],
    rhythm: 'weekly',
    every: 1,
    deliveries: '',
    rate: null,
    vat_rate: vatRate,
    weekly_hours: '',
    estimated_hours: '',
  };
}

export function emptyOffer(kind: TermsKind, vatRate: string): CustomOfferForm {
  return {
    service: null,
    title: '',
    description: '',
    terms: emptyTerms(kind, vatRate),
    revisions: '',
    unlimited_revisions: false,
    asks: false,
    questions: [newQuestion()],
    settlement: 'direct',
    deposit_percent: '',
    expires_on: null,
  };
}

function termsForm(terms: Terms, vatRate: string): TermsForm {
  const form = emptyTerms(terms.kind, vatRate);
  switch (terms.kind) {
    case 'fixed':
      return {
        ...form,
        lines: terms.lines.map(lineForm),
        delivery_days: terms.delivery_days ?? '',
      };
    case 'milestones':
      return {
        ...form,
        delivery_days: terms.delivery_days,
        milestones: terms.milestones.map(({ name, description, days, price, vat_rate }) => ({
          name,
          description,
          days,
          price: price.amount,
          vat_rate: String(vat_rate),
        })),
      };
    case 'subscription':
      return {
        ...form,
        lines: terms.lines.map(lineForm),
        rhythm: terms.rhythm as Rhythm,
        every: terms.every,
        deliveries: terms.deliveries,
        delivery_days: terms.delivery_days,
      };
    case 'hourly':
      return {
        ...form,
        rate: terms.rate.amount,
        vat_rate: String(terms.vat_rate),
        weekly_hours: terms.weekly_hours ?? '',
        estimated_hours: terms.estimated_hours,
      };
  }
}

/** A version in force, to be changed. */
export function formOf(version: Version, vatRate: string): CustomOfferForm {
  const { questions, revisions } = version;
  return {
    service: version.service ?? null,
    title: version.title,
    description: version.description,
    terms: termsForm(version.terms, vatRate),
    revisions: revisions ?? '',
    unlimited_revisions: revisions === null || revisions === undefined,
    asks: questions.length > 0,
    questions: questions.length > 0 ? questions : [newQuestion()],
    settlement: version.settlement as Settlement,
    deposit_percent: version.deposit_percent ?? '',
    expires_on: version.promised_until ? lastDay(version.promised_until) : null,
  };
}

/** What a service, or one of its packages, says of an offer that is made from it. */
export interface Template {
  name: string;
  description: string;
  /** VAT included, in cents. */
  price: number;
  delivery_days: number;
  revisions: number | null;
}

export function templateOf(service: Service, chosen?: Service['packages'][number]): Template {
  const { title, description } = service;
  const {
    price,
    delivery_days,
    revisions = null,
  } = chosen ?? {
    ...service,
    price: service.price_from,
  };
  return {
    name: chosen ? `${title}, ${chosen.name}` : title,
    description: chosen?.description || description,
    price: price.amount,
    delivery_days,
    revisions,
  };
}

/** S2-005: a service begins an offer; everything in it can then be changed for this client. */
export function madeFrom(form: CustomOfferForm, template: Template): CustomOfferForm {
  const { lines, vat_rate } = form.terms;
  const vatRate = lines[0]?.vat_rate ?? vat_rate;
  const net = Math.round((template.price * 10_000) / (10_000 + Number(vatRate)));
  return {
    ...form,
    title: template.name,
    description: template.description,
    terms: {
      ...form.terms,
      lines: [{ ...newLine('1', vatRate), label: template.name, unit_price: net }],
      delivery_days: template.delivery_days,
    },
    revisions: template.revisions ?? '',
    unlimited_revisions: template.revisions === null,
  };
}

/** S2-009: a kind that is not offered in the service's trade gives way to one that is. */
export function offeredAs(form: CustomOfferForm, offered: readonly string[]): CustomOfferForm {
  const kind = offered.includes(form.terms.kind)
    ? form.terms.kind
    : (KINDS.find((one) => offered.includes(one)) ?? form.terms.kind);
  return { ...form, terms: { ...form.terms, kind } };
}

const DAY_MILLISECONDS = 86_400_000;

/** S4-013: what the client asks for begins the offer that adjusts it. */
export function adjusting(form: CustomOfferForm, request: QuoteRequest, now: number) {
  const { service, needs, budget, wanted_on } = request;
  const days = Math.ceil((Date.parse(wanted_on) - now) / DAY_MILLISECONDS);
  const template = { name: service.title, description: needs, price: budget.amount };
  const made = madeFrom(form, { ...template, delivery_days: Math.max(days, 1), revisions: null });
  return {
    ...made,
    // One that is off the shelf may be deleted: the API would refuse it.
    service: service.slug ? service.id : null,
    revisions: '',
    unlimited_revisions: false,
  };
}

/** What the service asks before the work begins. */
export function asking(form: CustomOfferForm, questions: QuestionForm[]): CustomOfferForm {
  if (questions.length === 0) return { ...form, asks: false };
  return { ...form, asks: true, questions: questions.map((question) => ({ ...question })) };
}

const counted = (count: Count): number => Number(count) || 0;
const countedIf = (count: Count): number | null => (count === '' ? null : counted(count));
const euros = (amount: number | null) => ({ amount: amount ?? 0, currency: 'EUR' });

function termsInput(terms: TermsForm): CustomOfferInput['terms'] {
  const { kind } = terms;
  const delivery_days = counted(terms.delivery_days);
  switch (kind) {
    case 'fixed':
      return { kind, lines: terms.lines.map(lineInput), delivery_days };
    case 'milestones': {
      const milestones = terms.milestones.map((one) => ({
        ...one,
        days: counted(one.days),
        price: euros(one.price),
        vat_rate: Number(one.vat_rate),
      }));
      return { kind, milestones, delivery_days };
    }
    case 'subscription': {
      const { lines, rhythm, every, deliveries } = terms;
      return {
        kind,
        lines: lines.map(lineInput),
        rhythm,
        every: counted(every),
        deliveries: counted(deliveries),
        delivery_days,
      };
    }
    case 'hourly':
      return {
        kind,
        rate: euros(terms.rate),
        vat_rate: Number(terms.vat_rate),
        weekly_hours: countedIf(terms.weekly_hours),
        estimated_hours: counted(terms.estimated_hours),
      };
  }
}

/** Work by the hour is settled between the two: what it comes to is not known before. */
export const isHeld = ({ settlement, terms }: Pick<CustomOfferForm, 'settlement' | 'terms'>) =>
  settlement === 'held' && terms.kind !== 'hourly';

export function inputOf(form: CustomOfferForm): CustomOfferInput {
  return {
    service: form.service,
    title: form.title,
    description: form.description,
    terms: termsInput(form.terms),
    revisions: form.unlimited_revisions ? null : countedIf(form.revisions),
    unlimited_revisions: form.unlimited_revisions,
    questions: form.asks ? form.questions : [],
    settlement: isHeld(form) ? 'held' : 'direct',
    // What is held is paid in advance in full.
    deposit_percent: isHeld(form) ? null : countedIf(form.deposit_percent),
    expires_on: form.expires_on,
  };
}

function missingInTerms(terms: TermsForm): string[] {
  const empty = (...names: (keyof TermsForm)[]) =>
    names.filter((name) => terms[name] === '' || terms[name] === null).map((one) => `terms.${one}`);
  switch (terms.kind) {
    case 'fixed':
      return [...missingInLines(terms.lines, 'terms.lines'), ...empty('delivery_days')];
    case 'subscription':
      return [
        ...missingInLines(terms.lines, 'terms.lines'),
        ...empty('every', 'deliveries', 'delivery_days'),
      ];
    case 'hourly':
      return empty('rate', 'estimated_hours');
    case 'milestones':
      return [
        ...terms.milestones.flatMap((one, index) =>
          (['name', 'description', 'days', 'price'] as const)
            .filter((name) => one[name] === null || String(one[name]).trim() === '')
            .map((name) => `terms.milestones.${index}.${name}`),
        ),
        ...empty('delivery_days'),
      ];
  }
}

/** What an offer cannot do without, told before asking the server. */
export function missingIn(form: CustomOfferForm): string[] {
  const questions = form.asks ? form.questions : [];
  return [
    ...(['title', 'description'] as const).filter((name) => !form[name].trim()),
    ...missingInTerms(form.terms),
    ...questions.flatMap(({ text }, index) => (text.trim() ? [] : [`questions.${index}.text`])),
  ];
}

/** A draft as it was kept, on top of what a form holds; what cannot be read is left. */
export function withDraft(form: CustomOfferForm, kept: string): CustomOfferForm {
  try {
    const draft = JSON.parse(kept) as Partial<CustomOfferForm>;
    return { ...form, ...draft, terms: { ...form.terms, ...draft.terms } };
  } catch {
    return form;
  }
}
