// What a registration form holds, and the body it becomes.
import type { components } from '@/api/schema.gen';

export type Kind = 'client' | 'provider';
export type NewRegistration = components['schemas']['NewRegistration'];

export interface Values extends Record<string, unknown> {
  given_name: string;
  family_name: string;
  phone: string;
  email: string;
  password: string;
  handle: string;
  legal_kind: string;
  name: string;
  siret: string;
  vat_number: string;
  vat_exempt: boolean;
  street: string;
  postal_code: string;
  town: string;
  trades: string[];
  departements: string[];
  france_wide: boolean;
  accepted: boolean;
}

export const emptyValues: Values = {
  given_name: '',
  family_name: '',
  phone: '',
  email: '',
  password: '',
  handle: '',
  legal_kind: '',
  name: '',
  siret: '',
  vat_number: '',
  vat_exempt: false,
  street: '',
  postal_code: '',
  town: '',
  trades: [],
  departements: [],
  france_wide: false,
  accepted: false,
};

export const clientKinds = [
  'private_person',
  'association',
  'town_hall',
  'company',
  'public_body',
] as const;

export const providerKinds = ['company', 'sole_trader', 'private_person'] as const;

export function isCesu(values: Values): boolean {
  return values.legal_kind === 'cesu';
}

/** Numbers that the status makes needless do not leave the form. */
export function bodyOf(
  kind: Kind,
  values: Values,
  language: string,
  termsVersion: string,
): NewRegistration {
  const { accepted, siret, vat_number, trades, departements, france_wide, ...rest } = values;
  const provider = kind === 'provider';
  const numbered = provider ? !isCesu(values) : values.legal_kind !== 'private_person';
  return {
    ...rest,
    kind,
    language,
    siret: numbered && siret ? siret : null,
    vat_number: numbered && !values.vat_exempt && vat_number ? vat_number : null,
    trades: provider ? trades : [],
    departements: provider && !france_wide ? departements : [],
    france_wide: provider && france_wide,
    terms_version: accepted ? termsVersion : '',
  };
}
