import { describe, expect, it } from 'vitest';
import contract from '../../../../openapi/openapi.json';
import { whole } from './references';

const tree = {
  paths: { '/a': { get: { schema: { $ref: '#/components/schemas/Node' } } } },
  components: {
    schemas: {
      Node: {
        properties: {
          name: { $ref: '#/components/schemas/Name' },
          up: { $ref: '#/components/schemas/Node' },
        },
      },
      Name: { type: 'string' },
    },
  },
};

describe('a part of the contract', () => {
  it('is whole, with names; what holds itself is named', () => {
    expect(whole(tree, ['paths', '/a', 'get'])).toEqual({
      schema: {
        $$ref: '#/components/schemas/Node',
        properties: {
          name: { $$ref: '#/components/schemas/Name', type: 'string' },
          up: { $ref: '#/components/schemas/Node' },
        },
      },
    });
  });

  it('names nothing that is not there', () => {
    for (const [path, item] of Object.entries(contract.paths)) {
      for (const method of Object.keys(item)) {
        expect(JSON.stringify(whole(contract, ['paths', path, method]))).not.toContain('"$ref"');
      }
    }
  });
});
