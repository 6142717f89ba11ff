// @vitest-environment jsdom
import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { pathsIn } from '../../scripts/paths';
import { urls } from '@/lib/urls';
import { linksIn } from '@/ui/RichText';
import { accountEntries, isCurrent, workEntries } from './navigation';
import { routeTree } from './routes';
import source from './routes.tsx?raw';
import { parseSearch, stringifySearch } from './search';

const router = createRouter({ routeTree, history: createMemoryHistory() });
const paths = Object.keys(router.routesByPath);

/** Addresses of the public pages that this application promises to keep. */
const PUBLIC = [
  '/',
  '/aide',
  '/inspiration',
  '/conditions',
  '/charte-qualite',
  '/classement',
  '/contact',
];

describe('the addresses', () => {
  it('S1-026, S1-180, S1-182, S1-183: has every public page at its stable address', () => {
    for (const path of PUBLIC) expect(paths).toContain(path);
  });

  it('knows every address once', () => {
    expect(new Set(paths).size).toBe(paths.length);
    const entries = Object.values(workEntries).flat().concat(Object.values(accountEntries).flat());
    expect(entries.every(({ href }) => href.startsWith('/'))).toBe(true);
  });

  it('is at one place of the navigation on both pages of a sheet', () => {
    const currentAt = (path: string) =>
      accountEntries.provider.filter((entry) => isCurrent(entry, path)).map(({ text }) => text);
    expect(currentAt(urls.sheet)).toEqual(['sheet']);
    expect(currentAt(urls.showcase)).toEqual(['sheet']);
  });

  it('tells the server every address', () => {
    expect(pathsIn(source).toSorted()).toEqual(paths.toSorted());
  });

  it('writes search parameters as plain text', () => {
    const search = parseSearch('?departement=76&departement=27&q=f%C3%AAte');
    expect(search).toEqual({ departement: ['76', '27'], q: 'fête' });
    expect(stringifySearch({ ...search, page: undefined, vide: '' })).toBe(
      '?departement=76&departement=27&q=f%C3%AAte',
    );
  });

  it('finds the links of a text', () => {
    expect(linksIn('Voir [ici](/aide) et [là](/contact).')).toEqual(['/aide', '/contact']);
  });
});
