// A picture that a page draws by itself does not renew a session that has run out: it is drawn once more after that.
import { useState } from 'react';
import { renewSession } from './session';

/** Spread the key on the picture, and call when it could not be drawn. */
export function useRenewal(): { key: number; onError: () => void } {
  const [turn, setTurn] = useState(0);
  const again = async () => {
    if (turn === 0 && (await renewSession())) setTurn(1);
  };
  return { key: turn, onError: () => void again() };
}
