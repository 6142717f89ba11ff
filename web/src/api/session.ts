// Keeps the browser's session alive: the access cookie lives ten minutes, the refresh cookie longer.
// However many calls fail at once, and in however many tabs, the refresh cookie is used by one at a
// time: it rotates, and presenting a spent one would end the session.

const LOCK = 'estrade.session';

/** Set and taken away together with the session's cookies, which no script can read. */
const HINT = '__Host-estrade-hint=';

let refreshing: Promise<boolean> | null = null;
let listeners: (() => void)[] = [];

/** False for visitors, who then need not ask who they are, nor for a renewal. */
export function mayHaveSession(): boolean {
  return document.cookie.split('; ').some((cookie) => cookie.startsWith(HINT));
}

/** For a session that the server ended without a word to this browser. */
export function forgetSession(): void {
  document.cookie = `${HINT}; Path=/; Secure; Max-Age=0`;
}

async function refresh(): Promise<boolean> {
  try {
    const response = await fetch('/v1/sessions/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Estrade': '1', 'Idempotency-Key': crypto.randomUUID() },
    });
    if (response.status === 401) forgetSession();
    return response.ok;
  } catch {
    return false; // No network: the call that asked will say so itself.
  }
}

async function refreshAlone(): Promise<boolean> {
  // Locks are missing where the page is not served securely, and in tests.
  const locks: LockManager | undefined = navigator.locks;
  return locks ? await locks.request(LOCK, refresh) : refresh();
}

/** True when the session was renewed and the call may be made again. */
export function renewSession(): Promise<boolean> {
  if (!mayHaveSession()) return Promise.resolve(false);
  refreshing ??= refreshAlone().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Told when a call was refused although a renewal was tried: the person is signed out. */
export function onSessionLost(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

export function announceSessionLost(): void {
  for (const listener of listeners) listener();
}
