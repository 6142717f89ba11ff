// Asks again each second for a while, then stops and says so: nobody waits before a page that asks for ever.
import { useEffect, useState } from 'react';

const EACH_MILLISECONDS = 1_000;
const PATIENCE_MILLISECONDS = 60_000;

interface Patience {
  /** How often to ask; false while nothing is awaited, and after the end. */
  every: number | false;
  /** It was asked for long enough. */
  tired: boolean;
  again: () => void;
}

export function usePatience(waits: boolean): Patience {
  const [round, setRound] = useState(0);
  const [tiredOf, setTiredOf] = useState(-1);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setTiredOf(round), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [waits, round]);
  const tired = waits && tiredOf === round;
  return {
    every: waits && !tired && EACH_MILLISECONDS,
    tired,
    again: () => setRound(round + 1),
  };
}
