// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { keepDraft, readDraft } from './drafts';

it('keeps unsent words until they are sent, apart for each conversation', () => {
  keepDraft('acc_1.cnv_1', 'Bonjour, ');
  keepDraft('acc_1.cnv_2', 'Merci');
  expect(readDraft('acc_1.cnv_1')).toBe('Bonjour, ');
  keepDraft('acc_1.cnv_1', ' ');
  expect(readDraft('acc_1.cnv_1')).toBe('');
  expect(readDraft('acc_1.cnv_2')).toBe('Merci');
});

it('does without storage', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => keepDraft('acc_1.cnv_3', 'Bonjour')).not.toThrow();
  expect(readDraft('acc_1.cnv_3')).toBe('');
});
