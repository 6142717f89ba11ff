// French first: English is chosen by the reader, or by a browser that asks for it and not for French.

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'estrade.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be switched off.
  }
}

export function preferredLanguage(browser: readonly string[] = navigator.languages): Language {
  const chosen = stored();
  if (isLanguage(chosen)) return chosen;
  const spoken = browser.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return spoken ?? 'fr';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Every leaf of the French texts, as text: the English ones must have the same shape. */
export type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
