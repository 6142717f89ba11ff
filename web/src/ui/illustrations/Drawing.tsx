// One family of small drawings: ink strokes standing on the same floor, one thing in vermilion.
import type { ReactNode } from 'react';
import classes from './drawings.module.css';

const DRAWINGS = {
  chairs: (
    <>
      <path d="M38 60h28l-2-26q-.5-6-6-6H46q-5.5 0-6 6zM34 72h36M38 60l-4 12M66 60l4 12M36 72v32M68 72v32" />
      <path d="M94 60h28l-2-26q-.5-6-6-6h-12q-5.5 0-6 6zM90 72h36M94 60l-4 12M122 60l4 12M92 72v32M124 72v32" />
      <path data-accent="" d="M100 67l14-4 1.5 5-14 4z" />
    </>
  ),
  lamp: (
    <>
      <path d="M80 44v60M66 104q0-8 14-8t14 8" />
      <path d="M70 30v8q0 6 10 6t10-6v-8M70 30q0-12 10-12t10 12M80 18v-4" />
      <circle data-accent="fill" cx="80" cy="30" r="6" />
      <path data-accent="" d="M54 30h-8M106 30h8M60 12l-6-5M100 12l6-5M60 48l-6 5M100 48l6 5" />
    </>
  ),
  letter: (
    <>
      <path d="M36 46h88v58H36zM36 46l44 34 44-34M36 104l30-34M124 104L94 70" />
      <circle data-accent="fill" cx="80" cy="80" r="7" />
      <path d="M52 34V18h56v16M62 26h36" />
    </>
  ),
  programme: (
    <>
      <path d="M48 104V24h52l12 12v68M100 24v12h12M60 44h26M60 56h40M60 66h40M60 76h30" />
      <path data-accent="" d="M84 90l6 6 12-13" />
    </>
  ),
  microphone: (
    <>
      <path d="M60 104h40M80 104V50M80 50L104 30" />
      <rect
        data-accent=""
        x="98"
        y="14"
        width="16"
        height="24"
        rx="8"
        transform="rotate(50 106 26)"
      />
      <path d="M74 66h12" />
    </>
  ),
  cable: (
    <>
      <path d="M16 104c0-34 30-8 36-34 2-9 6-12 14-12M66 50h10q8 0 8 8t-8 8H66zM84 54h8M84 62h8" />
      <path d="M144 104c0-30-6-46-24-46M120 50h-8q-4 0-4 8t4 8h8z" />
      <path data-accent="" d="M100 46v-8M92 44l-4-6M108 44l4-6" />
    </>
  ),
  key: (
    <>
      <path d="M48 104V20h64v84M80 32v6" />
      <circle cx="80" cy="46" r="8" />
      <path d="M80 54v36M80 76h8M80 84h6" />
      <path data-accent="" d="M73 50l-11 10v14h-8V60z" />
    </>
  ),
  garland: (
    <>
      <path d="M14 24q66 46 132 0M24 104V20M136 104V20" />
      <path d="M44 40v6M80 47v6M116 40v6" />
      <circle cx="44" cy="52" r="6" />
      <circle data-accent="fill" cx="80" cy="59" r="6" />
      <circle cx="116" cy="52" r="6" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type DrawingName = keyof typeof DRAWINGS;

export function Drawing({ name, width = 160 }: { name: DrawingName; width?: number }) {
  return (
    <svg className={classes.drawing} viewBox="0 0 160 120" width={width} aria-hidden>
      <path data-floor="" d="M8 104h144" />
      {DRAWINGS[name]}
    </svg>
  );
}
