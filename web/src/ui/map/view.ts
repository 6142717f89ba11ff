// Which part of the map is shown: the départements that matter, with enough around to know the place.
import { project, sheetOf, type Point } from '@/lib/projection';
import { OUTLINES } from './outlines.gen';

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

const WHOLE: View = { x: 80, y: 130, width: 3660, height: 3470 };

const LEAST_WIDTH = 1150;
const RATIO = WHOLE.width / WHOLE.height;
/** How much wider than the area itself the view is. */
const AROUND = 1.5;

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** Codes that the map knows, on the sheet of metropolitan France. */
export function onMainland(codes: readonly string[]): string[] {
  return codes.filter((code) => code in OUTLINES && sheetOf(code) === 'metropole');
}

/** The overseas départements among these, each of which has its own sheet. */
export function overseas(codes: readonly string[]): string[] {
  return codes.filter((code) => code in OUTLINES && sheetOf(code) !== 'metropole');
}

/** A window on metropolitan France around these départements; the whole of it without any. */
export function viewOn(codes: readonly string[]): View {
  const boxes = onMainland(codes).map((code) => OUTLINES[code]!.box);
  if (boxes.length === 0) return WHOLE;
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[2]));
  const bottom = Math.max(...boxes.map((box) => box[3]));
  const wanted = Math.max((right - left) * AROUND, (bottom - top) * AROUND * RATIO, LEAST_WIDTH);
  const width = Math.min(wanted, WHOLE.width);
  const height = width / RATIO;
  return {
    x: clamp((left + right - width) / 2, WHOLE.x, WHOLE.x + WHOLE.width - width),
    y: clamp((top + bottom - height) / 2, WHOLE.y, WHOLE.y + WHOLE.height - height),
    width,
    height,
  };
}

/** Where a point of a département falls on its sheet. */
export function spot(departement: string, point: Point): [number, number] {
  return project(sheetOf(departement), point);
}

/** Whether a département is wide enough in this view for its code to be written in it. */
export function hasRoom(code: string, view: View, letters: number): boolean {
  const [left, top, right, bottom] = OUTLINES[code]!.box;
  const [x, y] = OUTLINES[code]!.middle;
  const within = x > view.x && x < view.x + view.width && y > view.y && y < view.y + view.height;
  return within && right - left > letters * 2.2 && bottom - top > letters * 1.6;
}
