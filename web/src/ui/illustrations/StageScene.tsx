// The stage before the public comes in: chairs out, garland lit one bulb after the other, and the
// « servante », the lamp that theatres leave burning.
import type { CSSProperties } from 'react';
import classes from './drawings.module.css';

const BULBS = [
  [86, 96],
  [146, 122],
  [208, 139],
  [272, 149],
  [336, 152],
  [400, 149],
  [464, 139],
  [526, 122],
  [586, 96],
] as const;

export function StageScene() {
  return (
    <svg className={classes.scene} viewBox="0 36 672 496" aria-hidden>
      <defs>
        <radialGradient id="servante">
          <stop className={classes.halo} offset="0" stopOpacity="0.55" />
          <stop className={classes.halo} offset="0.45" stopOpacity="0.16" />
          <stop className={classes.halo} offset="1" stopOpacity="0" />
        </radialGradient>
      </defs>
      <circle
        className={classes.glow}
        cx="352"
        cy="214"
        r="190"
        fill="url(#servante)"
        stroke="none"
      />
      <Garland />
      <Platform />
      <Servante />
      <Speaker x={150} />
      <Speaker x={548} />
      <Stool />
      <Turntables />
      <Chairs />
      <HighTable />
    </svg>
  );
}

function Garland() {
  return (
    <g>
      <path d="M44 450V66M628 450V66" />
      <path d="M36 66h16M620 66h16" />
      <path d="M44 72q292 150 584 0" />
      {BULBS.map(([x, y], index) => (
        <g key={x} style={{ '--order': index } as CSSProperties}>
          <path d={`M${x} ${y - 8}v7`} />
          <circle
            className={classes.bulb}
            data-lit={index % 2 === 1 ? '' : undefined}
            cx={x}
            cy={y + 6}
            r="7"
          />
        </g>
      ))}
    </g>
  );
}

function Platform() {
  const planks = Array.from({ length: 15 }, (_, index) => 104 + index * 33);
  return (
    <g>
      <path data-solid="" d="M132 322h408l44 34H88z" />
      <path data-solid="" d="M88 356h496v94H88z" />
      {planks.map((x) => (
        <path key={x} data-faint="" d={`M${x} 366v84`} />
      ))}
      <path d="M88 366h496" />
      <path data-solid="" d="M286 356h100v30h10v32h10v32H266v-32h10v-32h10z" />
      <path d="M286 386h100M276 418h120" />
      <path data-floor="" d="M0 450h672" />
    </g>
  );
}

function Servante() {
  return (
    <g>
      <path d="M352 238v96M330 336q0-9 22-9t22 9z" data-solid="" />
      <path d="M336 206v12q0 16 16 20 16-4 16-20v-12M336 206q0-22 16-22t16 22M352 184v-8M336 206h32M336 218h32" />
      <circle data-accent="fill" cx="352" cy="208" r="9" />
    </g>
  );
}

function Speaker({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path d="M0 268v58M0 300l-16 34M0 300l16 34" />
      <rect data-solid="" x="-19" y="206" width="38" height="62" rx="3" />
      <circle cx="0" cy="246" r="11" />
      <circle cx="0" cy="222" r="5" />
    </g>
  );
}

function Stool() {
  return (
    <g>
      <ellipse data-solid="" cx="248" cy="284" rx="19" ry="5" />
      <path d="M233 287l-6 46M263 287l6 46M230 312h36" />
      <path d="M204 336h36M218 336V216M218 216l22-13" />
      <rect x="238" y="188" width="10" height="18" rx="5" transform="rotate(58 243 197)" />
    </g>
  );
}

function Turntables() {
  return (
    <g>
      <path data-solid="" d="M420 278h90v56h-90z" />
      <path data-solid="" d="M412 262h106v16H412z" />
      <path d="M428 262q0-8 15-8t15 8M472 262q0-8 15-8t15 8" />
      <path d="M443 254v-2M487 254v-2" />
      <path data-faint="" d="M432 292h66M432 304h66M432 316h66" />
    </g>
  );
}

function Chairs() {
  const seats = [70, 140, 210, 432, 502];
  return seats.map((x) => (
    <g key={x} transform={`translate(${x} 0)`}>
      <path d="M-19 474v52M19 474v52M-22 500h44" />
      <path data-solid="" d="M-21 446q0-8 8-8h26q8 0 8 8l2 32q0 6-6 6h-34q-6 0-6-6z" />
      <path data-faint="" d="M-10 446v30M0 446v30M10 446v30" />
    </g>
  ));
}

function HighTable() {
  return (
    <g>
      <path data-solid="" d="M560 432h84l-8 26q-10 22-26 26l16 46h-48l16-46q-16-4-26-26z" />
      <ellipse data-solid="" cx="602" cy="432" rx="42" ry="8" />
      <path data-accent="" d="M594 484h16" />
      <path d="M584 430v-16M578 430h12M577 396h14q2 18-7 18t-7-18M618 432v-16M612 432h12M611 398h14q2 18-7 18t-7-18" />
    </g>
  );
}
