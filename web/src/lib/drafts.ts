// What is not sent yet, kept for this tab until it is. A name says whose it is and what it is about.
const PREFIX = 'estrade.draft.';

export function readDraft(name: string): string {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    if (text.trim()) sessionStorage.setItem(PREFIX + name, text);
    else sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Storage may be switched off or full: the words then live as long as the page.
  }
}
