// The addresses that the application has a page for, read from src/app/routes.tsx without running it. The
// build lists them for the server, which answers 404 for all others; routes.test.ts proves that none is missed.

/** « /prestataires/$handle »: a part that begins with $ stands for any. */
export function pathsIn(routes: string): string[] {
  return [...routes.matchAll(/^\s*\[?\s*'(\/[^']*)',/gm)].map((found) => found[1] ?? '');
}
