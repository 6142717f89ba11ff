import { expect, it } from 'vitest';
import { emptyService, formOf, inputOf, newPackage } from './form';
import type { Service } from './queries';

const service = {
  title: 'Soirée dansante',
  trade: 'dj',
  description: 'Tout compris.',
  price_from: { amount: 45_000, currency: 'EUR' },
  delivery_days: 30,
  revisions: 2,
  unlimited_revisions: false,
  photos: [{ file: 'fil_1', alt: 'La piste', content: '/v1/files/fil_1/content' }],
  packages: [
    {
      name: 'Essentiel',
      description: '',
      price: { amount: 45_000, currency: 'EUR' },
      delivery_days: 20,
      revisions: null,
      unlimited_revisions: true,
    },
  ],
  questions: [{ text: 'Où ?', mandatory: true }],
  greeting: 'Merci !',
} as unknown as Service;

it('sends back what it was given', () => {
  const { title, trade, description, delivery_days, revisions, questions, greeting } = service;
  expect(inputOf(formOf(service))).toEqual({
    title,
    trade,
    description,
    delivery_days,
    revisions,
    questions,
    greeting,
    price_from: service.price_from,
    unlimited_revisions: false,
    photos: [{ file: 'fil_1', alt: 'La piste' }],
    packages: service.packages,
  });
});

it('leaves empty numbers to the API', () => {
  const form = { ...emptyService('dj'), packages: [newPackage()] };
  const input = inputOf(form);
  expect(input).toMatchObject({ price_from: null, delivery_days: null, revisions: null });
  expect(input.packages?.[0]).toMatchObject({ price: null, delivery_days: null, revisions: null });
});

it('sends no number beside unlimited revisions', () => {
  const form = { ...formOf(service), revisions: 2, unlimited_revisions: true };
  expect(inputOf(form)).toMatchObject({ revisions: null, unlimited_revisions: true });
});
