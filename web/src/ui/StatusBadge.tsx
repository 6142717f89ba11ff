// A status is a word with a mark before it; colour never speaks alone.
import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

/** "todo": the reader must act. "waiting": somebody else must. */
export type Tone = 'todo' | 'waiting' | 'positive' | 'caution' | 'negative' | 'quiet';

export function StatusBadge({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.mark} aria-hidden />
      {children}
    </span>
  );
}
