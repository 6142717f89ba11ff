// The form of a service, to and from the API's words. Revisions left empty are the instance's.
import type { PhotoForm } from '@/app/PhotoFields';
import type { Service, ServiceInput } from './queries';

export const MOST_PACKAGES = 3;
export const MOST_QUESTIONS = 10;

/** A number as a field holds it: empty while there is none. */
type Typed = number | string;

export interface PackageForm {
  name: string;
  description: string;
  /** In cents. */
  price: number | null;
  delivery_days: Typed;
  revisions: Typed;
  unlimited_revisions: boolean;
}

export interface QuestionForm {
  text: string;
  mandatory: boolean;
}

export interface ServiceForm extends Record<string, unknown> {
  title: string;
  trade: string | null;
  description: string;
  price_from: number | null;
  delivery_days: Typed;
  revisions: Typed;
  unlimited_revisions: boolean;
  photos: PhotoForm[];
  packages: PackageForm[];
  questions: QuestionForm[];
  greeting: string;
}

export const newPackage = (): PackageForm => ({
  name: '',
  description: '',
  price: null,
  delivery_days: '',
  revisions: '',
  unlimited_revisions: false,
});

export const newQuestion = (): QuestionForm => ({ text: '', mandatory: false });

export const emptyService = (trade: string | undefined): ServiceForm => ({
  title: '',
  trade: trade ?? null,
  description: '',
  price_from: null,
  delivery_days: '',
  revisions: '',
  unlimited_revisions: false,
  photos: [],
  packages: [],
  questions: [],
  greeting: '',
});

export function formOf(service: Service): ServiceForm {
  return {
    title: service.title,
    trade: service.trade,
    description: service.description,
    price_from: service.price_from.amount,
    delivery_days: service.delivery_days,
    revisions: service.revisions ?? '',
    unlimited_revisions: service.unlimited_revisions,
    photos: service.photos.map(({ file, alt }) => ({ file, alt })),
    packages: service.packages.map(({ price, revisions, ...rest }) => ({
      ...rest,
      price: price.amount,
      revisions: revisions ?? '',
    })),
    questions: service.questions,
    greeting: service.greeting ?? '',
  };
}

const euros = (amount: number | null) => (amount === null ? null : { amount, currency: 'EUR' });

const numberOf = (typed: Typed) => (typed === '' ? null : Number(typed));

function revisionsOf(form: { revisions: Typed; unlimited_revisions: boolean }) {
  const unlimited = form.unlimited_revisions;
  return {
    revisions: unlimited ? null : numberOf(form.revisions),
    unlimited_revisions: unlimited,
  };
}

export function inputOf(form: ServiceForm): ServiceInput {
  return {
    title: form.title,
    trade: form.trade,
    description: form.description,
    price_from: euros(form.price_from),
    delivery_days: numberOf(form.delivery_days),
    ...revisionsOf(form),
    photos: form.photos,
    packages: form.packages.map((one) => ({
      name: one.name,
      description: one.description,
      price: euros(one.price),
      delivery_days: numberOf(one.delivery_days),
      ...revisionsOf(one),
    })) as never,
    questions: form.questions,
    greeting: form.greeting,
  };
}
