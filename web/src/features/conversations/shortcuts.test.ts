// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isTyped, stepFrom } from './shortcuts';

const pressed = (target: EventTarget, more = {}) => ({
  target,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the letters of the desk', () => {
  it('leave fields alone', () => {
    expect(isTyped(pressed(document.body))).toBe(false);
    expect(isTyped(pressed(document.createElement('textarea')))).toBe(true);
    expect(isTyped(pressed(document.body, { ctrlKey: true }))).toBe(true);
  });

  it('go through the list and stop at its ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(stepFrom(ids, undefined, 1)).toBe('a');
    expect(stepFrom(ids, 'a', 1)).toBe('b');
    expect(stepFrom(ids, 'c', 1)).toBeUndefined();
    expect(stepFrom(ids, 'a', -1)).toBeUndefined();
    expect(stepFrom([], 'a', 1)).toBeUndefined();
  });
});
