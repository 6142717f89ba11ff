import { expect, it } from 'vitest';
import { changeOf, valuesOf } from './form';
import type { Organization } from './queries';

const organization = {
  name: 'Léo Platines',
  presentation: '',
  website: null,
  trades: ['dj', 'sonorisation'],
  departements: ['76'],
  france_wide: false,
  phone: '+33612345678',
  street: '1 rue',
  postal_code: '76000',
  town: 'Rouen',
  siret: '73282932000074',
  vat_exempt: true,
  vat_number: null,
} as unknown as Organization;

it('sends nothing when nothing changed', () => {
  expect(changeOf(valuesOf(organization), organization)).toEqual({});
});

it('sends the area whole when a part of it changed', () => {
  const values = { ...valuesOf(organization), france_wide: true };
  expect(changeOf(values, organization)).toEqual({ france_wide: true, departements: [] });
});

it('keeps the main trade first', () => {
  const values = { ...valuesOf(organization), main_trade: 'karaoke' };
  expect(changeOf(values, organization)).toEqual({ trades: ['karaoke', 'sonorisation'] });
});
