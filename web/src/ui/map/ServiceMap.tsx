// Where a provider works, on a map that ships with the application: no tile, no third party.
// The list of départements stands beside it in words, so the drawing is one image for assistive
// technology.
import { useTranslation } from 'react-i18next';
import type { Point } from '@/lib/projection';
import { OUTLINES } from './outlines.gen';
import classes from './ServiceMap.module.css';
import { hasRoom, onMainland, overseas, spot, viewOn, type View } from './view';

interface ServiceMapProps {
  /** What the map shows, in words. */
  label: string;
  /** Codes of the départements served. */
  served: readonly string[];
  /** Serves the whole of France. */
  everywhere: boolean;
  /** Code of the département where it is. */
  home: string;
  /** Its point, when its plan shows one. */
  point?: Point | null;
}

export default function ServiceMap({ label, served, everywhere, home, point }: ServiceMapProps) {
  const { t } = useTranslation('ui');
  const codes = everywhere ? Object.keys(OUTLINES) : [...served];
  const shown = point ? [...codes, home] : codes;
  const islands = [...new Set(overseas(shown))];
  const pin = (code: string) => (point && code === home ? spot(home, point) : null);
  const mainland = everywhere || onMainland(shown).length > 0;
  return (
    <figure className={classes.map}>
      <div role="img" aria-label={label} className={classes.sheets}>
        {mainland && (
          <Mainland
            view={viewOn(everywhere ? [] : shown)}
            served={new Set(codes)}
            pin={islands.includes(home) ? null : pin(home)}
          />
        )}
        {islands.length > 0 && (
          <div className={classes.islands}>
            {islands.map((code) => (
              <Island key={code} code={code} served={codes.includes(code)} pin={pin(code)} />
            ))}
          </div>
        )}
      </div>
      <figcaption>{t('map.source')}</figcaption>
    </figure>
  );
}

interface MainlandProps {
  view: View;
  served: ReadonlySet<string>;
  pin: [number, number] | null;
}

function Mainland({ view, served, pin }: MainlandProps) {
  const letters = view.width / 27;
  const codes = onMainland(Object.keys(OUTLINES));
  // Those served come last: their frame is drawn over their neighbours'.
  const ordered = [...codes].sort((a, b) => Number(served.has(a)) - Number(served.has(b)));
  return (
    <svg
      className={classes.mainland}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      aria-hidden
    >
      {ordered.map((code) => (
        <path
          key={code}
          className={classes.land}
          data-served={served.has(code) || undefined}
          d={OUTLINES[code]!.path}
        />
      ))}
      {codes
        .filter((code) => hasRoom(code, view, letters))
        .map((code) => (
          <text
            key={code}
            className={classes.code}
            data-served={served.has(code) || undefined}
            x={OUTLINES[code]!.middle[0]}
            y={OUTLINES[code]!.middle[1]}
            fontSize={letters}
            dy="0.35em"
          >
            {code}
          </text>
        ))}
      {pin && <Pin at={pin} size={view.width / 60} />}
    </svg>
  );
}

const MARGIN = 12;

interface IslandProps {
  code: string;
  served: boolean;
  pin: [number, number] | null;
}

function Island({ code, served, pin }: IslandProps) {
  const [left, top, right, bottom] = OUTLINES[code]!.box;
  const [width, height] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  return (
    <div className={classes.island}>
      <svg viewBox={`${left - MARGIN} ${top - MARGIN} ${width} ${height}`} aria-hidden>
        <path className={classes.land} data-served={served || undefined} d={OUTLINES[code]!.path} />
        {pin && <Pin at={pin} size={20} />}
      </svg>
      <span>{code}</span>
    </div>
  );
}

/** The one thing in vermilion: where the provider is. */
function Pin({ at: [x, y], size }: { at: [number, number]; size: number }) {
  return (
    <g className={classes.pin} data-testid="map-point">
      <circle cx={x} cy={y} r={size} />
      <circle cx={x} cy={y} r={size * 0.36} />
    </g>
  );
}
