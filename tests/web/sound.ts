// What axe found sound, noted in a file per worker that the others read on: what one of them looked at, none looks at
// again in the same run.
import { test } from "@playwright/test";
import { appendFileSync, closeSync, mkdirSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "sound";

const sound = new Set<string>();
/** How far each worker's file was read. */
const read = new Map<string, number>();

function files(): { folder: string; own: string } {
  const { project, workerIndex } = test.info();
  const folder = join(project.outputDir, FOLDER);
  mkdirSync(folder, { recursive: true });
  return { folder, own: `${project.name}-${workerIndex}` };
}

/** Takes up what a file says beyond what was read of it; a line that is not at its end yet comes next time. */
function readOn(path: string) {
  const file = openSync(path, "r");
  const chunk = Buffer.alloc(1 << 20);
  const from = read.get(path) ?? 0;
  const text = chunk.subarray(0, readSync(file, chunk, 0, chunk.length, from));
  closeSync(file);
  const end = text.lastIndexOf("\n") + 1;
  if (end === 0) return;
  for (const part of text.subarray(0, end).toString().split("\n")) sound.add(part);
  read.set(path, from + end);
}

/** Whether all of these were found sound by some worker. */
export function isSound(parts: string[]): boolean {
  if (parts.every((part) => sound.has(part))) return true;
  const { folder, own } = files();
  for (const name of readdirSync(folder)) if (name !== own) readOn(join(folder, name));
  return parts.every((part) => sound.has(part));
}

/** These are sound. */
export function noteSound(parts: string[]) {
  const { folder, own } = files();
  const fresh = parts.filter((part) => !sound.has(part));
  appendFileSync(join(folder, own), fresh.map((part) => `${part}\n`).join(""));
  for (const part of fresh) sound.add(part);
}
