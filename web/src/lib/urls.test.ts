import { describe, expect, it } from 'vitest';
import { safeReturn, urls, withQuery } from './urls';

describe('addresses', () => {
  it('leaves out what is empty and repeats lists', () => {
    expect(withQuery('/annuaire', { trade: 'dj', q: '', departement: ['76', '27'] })).toBe(
      '/annuaire?trade=dj&departement=76&departement=27',
    );
    expect(urls.tender('mariage-76')).toBe('/appels-d-offres/mariage-76');
  });

  it('goes back to this site only', () => {
    expect(safeReturn('/mes-evenements?onglet=2')).toBe('/mes-evenements?onglet=2');
    expect(safeReturn('//example.org')).toBe(urls.dashboard);
    expect(safeReturn('/\\example.org')).toBe(urls.dashboard);
    expect(safeReturn('https://example.org')).toBe(urls.dashboard);
    expect(safeReturn(undefined)).toBe(urls.dashboard);
  });
});
