// Where a point of the earth falls on the département map. Metropolitan France is drawn on a conformal
// cone (the standard parallels of Lambert 93, on a sphere), each overseas département on a plane of its
// own, because one sheet that held them all would be mostly sea.

export interface Point {
  latitude: number;
  longitude: number;
}

/** A sheet of the map: « metropole », or the code of an overseas département. */
export type Sheet = 'metropole' | '971' | '972' | '973' | '974' | '976';

/** Sheets are this many units wide or high, whichever is more. */
export const SHEET_UNITS = { metropole: 4000, overseas: 400 };

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const [PARALLEL_SOUTH, PARALLEL_NORTH] = [radians(44), radians(49)];
const ORIGIN = { latitude: radians(46.5), longitude: radians(3) };

const stretch = (latitude: number) => Math.tan(Math.PI / 4 + latitude / 2);

const CONE =
  Math.log(Math.cos(PARALLEL_SOUTH) / Math.cos(PARALLEL_NORTH)) /
  Math.log(stretch(PARALLEL_NORTH) / stretch(PARALLEL_SOUTH));

const FACTOR = (Math.cos(PARALLEL_SOUTH) * stretch(PARALLEL_SOUTH) ** CONE) / CONE;

const radius = (latitude: number) => FACTOR / stretch(latitude) ** CONE;

function onCone({ latitude, longitude }: Point): [number, number] {
  const distance = radius(radians(latitude));
  const angle = CONE * (radians(longitude) - ORIGIN.longitude);
  return [distance * Math.sin(angle), distance * Math.cos(angle) - radius(ORIGIN.latitude)];
}

/** West, south, east and north edges of each sheet, in degrees for islands, in radians on the cone. */
const EDGES: Record<Sheet, [number, number, number, number]> = {
  metropole: [-0.1, -0.09, 0.1, 0.09],
  '971': [-61.82, 15.82, -60.98, 16.53],
  '972': [-61.24, 14.38, -60.8, 14.89],
  '973': [-54.62, 2.1, -51.6, 5.78],
  '974': [55.2, -21.4, 55.86, -20.86],
  '976': [45.0, -13.02, 45.32, -12.62],
};

/** x to the right and y down, in units of the sheet. */
export function project(sheet: Sheet, point: Point): [number, number] {
  const [west, south, east, north] = EDGES[sheet];
  if (sheet === 'metropole') {
    const [x, y] = onCone(point);
    const scale = SHEET_UNITS.metropole / (east - west);
    return [(x - west) * scale, (y - south) * scale];
  }
  const narrowing = Math.cos(radians((south + north) / 2));
  const width = (east - west) * narrowing;
  const scale = SHEET_UNITS.overseas / Math.max(width, north - south);
  return [(point.longitude - west) * narrowing * scale, (north - point.latitude) * scale];
}

/** The sheet on which a département is drawn. */
export function sheetOf(departement: string): Sheet {
  return departement in EDGES ? (departement as Sheet) : 'metropole';
}
