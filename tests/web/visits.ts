// Which pages the tests stopped at, noted in a file per worker that the coverage check reads (coverage.ts).
import { test } from "@playwright/test";
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "visited";

/** One page looked at, at the width of the project that runs. */
export function noteVisit(url: string) {
  const { project, workerIndex } = test.info();
  const folder = join(project.outputDir, FOLDER);
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${project.name}-${workerIndex}`), `${new URL(url).pathname}\n`);
}

/** The paths that a project's tests stopped at. */
export function visitedPaths(project: string): string[] {
  const folder = join(test.info().project.outputDir, FOLDER);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${project}-`));
  const lines = files.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"));
  return [...new Set(lines.filter(Boolean))];
}
