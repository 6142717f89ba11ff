// The keyboard of the desk: single letters, while nobody types, for those who want them.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export const KEYS = ['j', 'k', 'e', 'r', '?'] as const;

export type Key = (typeof KEYS)[number];

const NAME = 'estrade.shortcuts';
const changed = new Set<() => void>();

function isOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** Letters that act can be in the way of who speaks to the computer: they can be switched off. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((tell) => {
    changed.add(tell);
    return () => changed.delete(tell);
  }, isOn);
  const set = (wanted: boolean) => {
    try {
      localStorage.setItem(NAME, wanted ? 'on' : 'off');
    } catch {
      // Storage may be switched off: the letters then stay on.
    }
    for (const tell of changed) tell();
  };
  return [on, set];
}

/** Whether a letter typed here belongs to a field or to a window before the page. */
export function isTyped(event: Pick<KeyboardEvent, 'target' | 'ctrlKey' | 'metaKey' | 'altKey'>) {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('input, textarea, select, [role="listbox"] *'))
  );
}

export function useShortcuts(acts: Partial<Record<Key, () => void>>): void {
  const [on] = useShortcutsOn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[event.key as Key];
    // The sheet that tells of the letters, and switches them on again, is always there.
    if (!act || (!on && event.key !== '?') || isTyped(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** The place after or before the current one; the first where none is open. */
export function stepFrom(
  ids: readonly string[],
  current: string | undefined,
  by: 1 | -1,
): string | undefined {
  const place = current ? ids.indexOf(current) : -1;
  if (place < 0) return ids[0];
  return ids[place + by];
}
