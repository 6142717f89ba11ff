// The frame of all news in a thread: a drawing, one sentence and when, and below what it is about.
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Time } from './Entries';
import classes from './NewsCard.module.css';

interface NewsFrameProps {
  icon: Icon;
  sentence: string;
  at: string;
  children: ReactNode;
}

export function NewsFrame({ icon: Drawing, sentence, at, children }: NewsFrameProps) {
  return (
    <div className={classes.card}>
      <Drawing size={20} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.what}>
          <strong>{sentence}</strong>
          <Time at={at} />
        </p>
        {children}
      </div>
    </div>
  );
}
