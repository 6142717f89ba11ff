import { expect, it } from 'vitest';
import { formatBytes } from './bytes';

it('says how large a file is in the reader’s words', () => {
  const said = (bytes: number, locale: string) => formatBytes(bytes, locale).replace(/\s/g, ' ');
  expect(said(20 * 1024 * 1024, 'fr-FR')).toBe('20 Mo');
  expect(said(1.44 * 1024 * 1024, 'fr-FR')).toBe('1,4 Mo');
  expect(said(12_300, 'fr-FR')).toBe('12 ko');
  expect(said(12_300, 'en-GB')).toBe('12 kB');
});
