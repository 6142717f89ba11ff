// Draws the outlines of the 101 départements once, small enough to ship with the application:
//
//   node scripts/departement-map.mjs departements-avec-outre-mer.geojson
//
// Source: « Admin Express COG » 2018 of the IGN under Licence Ouverte 2.0, as GeoJSON in the public
// repository gregoiredavid/france-geojson. Borders are cut where three départements meet and each
// stretch is simplified once, so that neighbours still touch (Visvalingam's least triangles).
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { runnerImport } from 'vite';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module: projection } = await runnerImport(file('../src/lib/projection.ts'));

/** Triangles and islands smaller than this, in square units of the sheet, are left out. */
const LEAST_TRIANGLE = { metropole: 45, overseas: 10 };
const LEAST_ISLAND = { metropole: 90, overseas: 40 };

const key = ([longitude, latitude]) => `${longitude},${latitude}`;

function ringsOf(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.slice(0, -1));
}

/** Points with other than two neighbours over all rings: borders meet or part there. */
function junctions(departements) {
  const neighbours = new Map();
  for (const { rings } of departements) {
    for (const ring of rings) {
      ring.forEach((point, index) => {
        const around = neighbours.get(key(point)) ?? new Set();
        around.add(key(ring.at(index - 1))).add(key(ring[(index + 1) % ring.length]));
        neighbours.set(key(point), around);
      });
    }
  }
  return new Set([...neighbours].filter(([, around]) => around.size !== 2).map(([point]) => point));
}

/** A ring cut at its junctions; one without any begins at its least point, whoever draws it. */
function stretches(ring, nodes) {
  const cuts = ring.flatMap((point, index) => (nodes.has(key(point)) ? [index] : []));
  const least = () => ring.reduce((best, point, i) => (key(point) < key(ring[best]) ? i : best), 0);
  const starts = cuts.length > 0 ? cuts : [least()];
  return starts.map((start, index) => {
    const end = starts[(index + 1) % starts.length];
    const length = (end - start + ring.length) % ring.length || ring.length;
    return Array.from({ length: length + 1 }, (_, step) => ring[(start + step) % ring.length]);
  });
}

const doubled = ([ax, ay], [bx, by], [cx, cy]) =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));

function simplified(points, leastArea) {
  const kept = [...points];
  for (;;) {
    let [least, at] = [2 * leastArea, -1];
    for (let i = 1; i < kept.length - 1; i += 1) {
      const area = doubled(kept[i - 1], kept[i], kept[i + 1]);
      if (area < least) [least, at] = [area, i];
    }
    if (at < 0 || kept.length <= 2) return kept;
    kept.splice(at, 1);
  }
}

/** The same stretch seen from either side gives the same points. */
function drawnStretch(points, sheet, cache) {
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  const backwards =
    key(first) === key(last) ? key(second) > key(beforeLast) : key(first) > key(last);
  const forward = backwards ? [...points].reverse() : points;
  const name = `${key(forward[0])}|${key(forward[1])}|${key(forward.at(-1))}`;
  if (!cache.has(name)) {
    const projected = forward.map(([longitude, latitude]) =>
      projection.project(sheet, { longitude, latitude }).map(Math.round),
    );
    const least = LEAST_TRIANGLE[sheet === 'metropole' ? 'metropole' : 'overseas'];
    cache.set(name, simplified(projected, least));
  }
  return backwards ? [...cache.get(name)].reverse() : cache.get(name);
}

function areaOf(ring) {
  return Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

function drawnRings({ code, rings }, nodes, cache) {
  const sheet = projection.sheetOf(code);
  const drawn = rings
    .map((ring) =>
      stretches(ring, nodes).flatMap((s) => drawnStretch(s, sheet, cache).slice(0, -1)),
    )
    .sort((a, b) => areaOf(b) - areaOf(a));
  const least = LEAST_ISLAND[sheet === 'metropole' ? 'metropole' : 'overseas'];
  return drawn.filter((ring, index) => index === 0 || (ring.length > 2 && areaOf(ring) > least));
}

const number = (value, first) => (first || value < 0 ? `${value}` : ` ${value}`);

function path(rings) {
  return rings
    .map(([[x, y], ...rest]) => {
      let [fromX, fromY] = [x, y];
      const steps = rest.map(([toX, toY], index) => {
        const step = number(toX - fromX, index === 0) + number(toY - fromY, false);
        [fromX, fromY] = [toX, toY];
        return step;
      });
      return `M${x} ${y}l${steps.join('')}z`;
    })
    .join('');
}

function inside([x, y], ring) {
  return ring.reduce((odd, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
  }, false);
}

function distance([x, y], ring) {
  return Math.min(
    ...ring.map(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const along = Math.max(
        0,
        Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length),
      );
      return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
    }),
  );
}

function box(rings) {
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Where a name fits best: the point of the largest ring that is farthest from its border. */
function middle([ring]) {
  const [left, top, right, bottom] = box([ring]);
  const steps = Array.from({ length: 49 }, (_, step) => (step + 1) / 50);
  const points = steps.flatMap((across) =>
    steps.map((down) => [left + across * (right - left), top + down * (bottom - top)]),
  );
  const within = points.filter((point) => inside(point, ring));
  const best = within.reduce((a, b) => (distance(b, ring) > distance(a, ring) ? b : a));
  return best.map(Math.round);
}

const { features } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const departements = features
  .map(({ properties, geometry }) => ({ code: properties.code, rings: ringsOf(geometry) }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
const nodes = junctions(departements);
const cache = new Map();
const lines = departements.map((departement) => {
  const rings = drawnRings(departement, nodes, cache);
  const facts = { path: path(rings), box: box(rings), middle: middle(rings) };
  return `  '${departement.code}': ${JSON.stringify(facts)},`;
});
writeFileSync(
  file('../src/ui/map/outlines.gen.ts'),
  `// Drawn by scripts/departement-map.mjs. Contours: IGN, Admin Express COG 2018, Licence Ouverte 2.0.
export interface Outline {
  path: string;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
  /** Where its code is written. */
  middle: [number, number];
}

export const OUTLINES: Record<string, Outline> = {
${lines.join('\n')}
};
`,
);
