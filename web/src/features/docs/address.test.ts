import { describe, expect, it } from 'vitest';
import contract from '../../../../openapi/openapi.json';
import { namedBy } from './address';

describe('an address of the reference', () => {
  it('names an operation or a part of the contract', () => {
    const operation = ['operations', 'custom offers', 'custom_offers_list'];
    expect(namedBy('#/custom%20offers/custom_offers_list', contract)).toEqual(operation);
    expect(namedBy('#/tenders', contract)).toEqual(['operations-tag', 'tenders']);
  });

  it('names nothing that the contract does not have', () => {
    for (const hash of ['', '#', '#/nothing', '#/tenders/orders_list', '#contenu']) {
      expect(namedBy(hash, contract)).toBeNull();
    }
  });
});
