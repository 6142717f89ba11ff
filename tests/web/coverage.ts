// Runs last: every address of the application was looked at by some test, on a wide and on a narrow screen.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { visitedPaths } from "./visits";

const LIST = new URL("../../web/dist/routes.json", import.meta.url);

/** The addresses that the build lists for the server, those with fewer parameters first. */
function routes(): string[] {
  const paths = JSON.parse(readFileSync(LIST, "utf8")) as string[];
  const parameters = (path: string) => path.split("$").length;
  return paths.sort((one, other) => parameters(one) - parameters(other));
}

function fits(route: string, path: string): boolean {
  return new RegExp(`^${route.replaceAll(/\$\w+/g, "[^/]+")}$`).test(path);
}

for (const project of ["wide", "narrow"]) {
  test(`every address was looked at on a ${project} screen`, () => {
    const known = routes();
    expect(known.length, "addresses found in routes.json").toBeGreaterThan(40);
    const seen = new Set(visitedPaths(project).map((path) => known.find((route) => fits(route, path))));
    expect(known.filter((route) => !seen.has(route))).toEqual([]);
  });
}
