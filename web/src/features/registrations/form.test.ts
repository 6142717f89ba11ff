import { describe, expect, it } from 'vitest';
import { bodyOf, emptyValues } from './form';

const provider = {
  ...emptyValues,
  legal_kind: 'company',
  siret: '73282932000074',
  vat_number: 'FR44732829320',
  accepted: true,
};

describe('the body of a registration', () => {
  it('clears the VAT number of who is not subject to VAT (S1-014)', () => {
    expect(bodyOf('provider', { ...provider, vat_exempt: true }, 'fr', 'v1').vat_number).toBeNull();
    expect(bodyOf('provider', provider, 'fr', 'v1').vat_number).toBe('FR44732829320');
  });

  it('sends no SIRET for an independent paid by CESU (S1-012)', () => {
    expect(bodyOf('provider', { ...provider, legal_kind: 'cesu' }, 'fr', 'v1').siret).toBeNull();
  });

  it('sends départements or the whole of France, never both', () => {
    const everywhere = { ...provider, departements: ['76'], france_wide: true };
    expect(bodyOf('provider', everywhere, 'fr', 'v1').departements).toEqual([]);
  });

  it('names the accepted terms only when they were accepted', () => {
    expect(bodyOf('client', { ...emptyValues, accepted: false }, 'fr', 'v1').terms_version).toBe(
      '',
    );
    expect(bodyOf('client', { ...emptyValues, accepted: true }, 'fr', 'v1').terms_version).toBe(
      'v1',
    );
  });
});
