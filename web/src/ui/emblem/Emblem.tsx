// A provider without photographs is drawn: the thing of its trade before a ground of its own, like the
// poster of a show. No portrait, no picture from elsewhere.
import type { ReactNode } from 'react';
import classes from './Emblem.module.css';
import { MOTIFS, motifOf } from './motifs';
import { groundOf, type Pattern } from './seed';

interface EmblemProps {
  /** The provider's handle: the ground follows from it. */
  handle: string;
  /** The slug of its main trade, or of the trade in question. */
  trade: string;
  /** "poster" takes the width that it is given. */
  size?: 'mini' | 'small' | 'medium' | 'large' | 'poster';
}

export function Emblem({ handle, trade, size = 'medium' }: EmblemProps) {
  const { tint, pattern, mirrored } = groundOf(handle);
  return (
    <svg
      className={classes.emblem}
      viewBox="0 0 96 96"
      data-size={size}
      data-tint={tint}
      aria-hidden
    >
      <g className={classes.ground} transform={mirrored ? 'matrix(-1 0 0 1 96 0)' : undefined}>
        {GROUND[pattern]}
      </g>
      <g className={classes.motif}>
        <path data-floor="" d="M0 78h96" />
        {MOTIFS[motifOf(trade)]}
      </g>
    </svg>
  );
}

const GROUND: Record<Pattern, ReactNode> = {
  rays: (
    <path d="M48 78L-10 60v18zM48 78L-10 10v26zM48 78L8-10h22zM48 78L56-10h22zM48 78L106 2v24zM48 78L106 50v18z" />
  ),
  arches: (
    <>
      <path d="M8 78V48a40 40 0 0 1 80 0v30h-9V48a31 31 0 0 0-62 0v30z" />
      <path d="M26 78V48a22 22 0 0 1 44 0v30h-9V48a13 13 0 0 0-26 0v30z" />
    </>
  ),
  stripes: <path d="M0 0h8v78H0zM20 0h8v78h-8zM40 0h8v78h-8zM60 0h8v78h-8zM80 0h8v78h-8z" />,
  dots: (
    <>
      {[12, 36, 60, 84].flatMap((x) =>
        [10, 34, 58].map((y) => <circle key={`${x}-${y}`} cx={x} cy={y} r="4" />),
      )}
      {[24, 48, 72].flatMap((x) =>
        [22, 46, 70].map((y) => <circle key={`${x}-${y}`} cx={x} cy={y} r="4" />),
      )}
    </>
  ),
  hills: (
    <>
      <path d="M0 78V58q20-18 42-6t54-10v36z" />
      <circle cx="74" cy="22" r="13" />
    </>
  ),
  curtain: (
    <path d="M0 0h96v10q-8 9-16 0-8 9-16 0-8 9-16 0-8 9-16 0-8 9-16 0-8 9-16 0zM0 0h15q-1 50-15 78zM96 0H81q1 50 15 78z" />
  ),
};
