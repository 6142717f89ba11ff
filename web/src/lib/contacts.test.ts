import { describe, expect, it } from 'vitest';
import { holdsContact } from './contacts';

describe('S1-083: coordinates in a text', () => {
  it.each([
    'Écrivez-moi à jean.dupont@gmail.com.',
    'zoé@évènements.fr',
    'jean (at) gmail point com',
    'jean arobase orange.fr',
    'Appelez le 06 12 34 56 78',
    '06.12.34.56.78',
    '0612345678',
    '06\u00a012\u00a034\u00a056\u00a078',
    'tél. +33 6 12 34 56 78 !',
    '+33 (0)6 12 34 56 78',
    '0032 470 12 34 56',
    'le 12/06/2027 06 12 34 56 78',
  ])('are recognised: %s', (text) => {
    expect(holdsContact(text)).toBe(true);
  });

  it.each([
    '',
    'Mariage le 12/06/2027 à 14h30, 120 personnes dont 15 enfants de 3 à 10 ans.',
    'Budget 1 200 € à 12 500,50 € TTC, soit 104.17 €/pers.',
    'Du 01/06/2026 18:00 au 02/06/2026 10 h, au 76000 Rouen.',
    'SIRET 732 829 320 00074, TVA FR44732829320.',
    'Menu 2 @ 35.50 €. Suivez @dj.max !',
    'On se retrouve au point de départ.',
  ])('are not seen where there are none: %s', (text) => {
    expect(holdsContact(text)).toBe(false);
  });
});
