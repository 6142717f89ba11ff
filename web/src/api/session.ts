// Keeps the browser's session alive: the access cookie lives ten minutes, the refresh cookie longer.
// However many calls fail at once, one refresh is asked for.

let refreshing: Promise<boolean> | null = null;
let listeners: (() => void)[] = [];

async function refresh(): Promise<boolean> {
  try {
    const response = await fetch('/v1/sessions/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Estrade': '1', 'Idempotency-Key': crypto.randomUUID() },
    });
    return response.ok;
  } catch {
    return false; // No network: the call that asked will say so itself.
  }
}

/** True when the session was renewed and the call may be made again. */
export function renewSession(): Promise<boolean> {
  refreshing ??= refresh().finally(() => {
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
