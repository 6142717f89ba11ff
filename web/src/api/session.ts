// Keeps the browser's session alive: the access cookie lives ten minutes, the refresh cookie longer.
// However many calls fail at once, and in however many tabs, the refresh cookie is used by one at a
// time: it rotates, and presenting a spent one would end the session.

const KEY = 'estrade.signed-in';

let refreshing: Promise<boolean> | null = null;
let listeners: (() => void)[] = [];

/** Noted when somebody is known to be signed in, so that visitors never ask for a renewal. */
export function noteSession(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be switched off: a session then ends with its access cookie.
  }
}

function sessionNoted(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

async function refresh(): Promise<boolean> {
  try {
    const response = await fetch('/v1/sessions/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Estrade': '1', 'Idempotency-Key': crypto.randomUUID() },
    });
    if (response.status === 401) noteSession(false);
    return response.ok;
  } catch {
    return false; // No network: the call that asked will say so itself.
  }
}

async function refreshAlone(): Promise<boolean> {
  // Locks are missing where the page is not served securely, and in tests.
  const locks: LockManager | undefined = navigator.locks;
  return locks ? await locks.request(KEY, refresh) : refresh();
}

/** True when the session was renewed and the call may be made again. */
export function renewSession(): Promise<boolean> {
  if (!sessionNoted()) return Promise.resolve(false);
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
