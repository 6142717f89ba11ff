// Decides how the application is built, served while developing, and tested.
import react from '@vitejs/plugin-react';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { pathsIn } from './scripts/paths.ts';

const apiOrigin = process.env.ESTRADE_API ?? 'http://127.0.0.1:8080';

const COMPRESSIBLE = /\.(js|css|svg|html|webmanifest)$/;

/** Writes each text file compressed beside itself once, so that a server need not do it per request. */
function compressed(): Plugin {
  return {
    name: 'estrade-compressed',
    apply: 'build',
    closeBundle() {
      const folder = fileURLToPath(new URL('./dist', import.meta.url));
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const name of names.filter((one) => COMPRESSIBLE.test(one))) {
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** Tells the server which addresses have a page. */
function listedPaths(): Plugin {
  return {
    name: 'estrade-listed-paths',
    apply: 'build',
    generateBundle() {
      const routes = new URL('./src/app/routes.tsx', import.meta.url);
      const source = JSON.stringify(pathsIn(readFileSync(routes, 'utf8')));
      this.emitFile({ type: 'asset', fileName: 'routes.json', source });
    },
  };
}

/** The two typefaces of every page, asked for before the stylesheet that names them has come. */
const FIRST_FONTS =
  /^assets\/(hanken-grotesk-latin-wght|bricolage-grotesque-latin-opsz)-.*\.woff2$/;

function preloadedFonts(): Plugin {
  return {
    name: 'estrade-preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => FIRST_FONTS.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `/${name}`,
              crossorigin: '',
            },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** A page is a handful of files: without groups each component that two pages share is a file of its own, and a page
 * asks for sixty. */
const chunks = [
  // What every page needs.
  { name: 'base', tags: ['$initial' as const], priority: 3 },
  // What many pages need: fields, dialogs, tables; and what is too small for a file of its own.
  { name: 'common', minShareCount: 8, maxModuleSize: 40_000, priority: 2 },
  { name: 'small', minShareCount: 2, maxModuleSize: 1000 },
];

export default defineConfig({
  plugins: [react(), listedPaths(), preloadedFonts(), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    proxy: { '/v1': { target: apiOrigin } },
  },
  preview: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 4173),
    proxy: { '/v1': { target: apiOrigin } },
  },
  build: {
    // The content security policy allows files of this origin only: nothing becomes a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunks },
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
    // Swagger UI, which only /docs asks for, is one large file.
    chunkSizeWarningLimit: 1600,
  },
  test: {
    // A page to draw in takes two seconds for each file: what draws nothing has none, unless it asks at its top.
    projects: [
      {
        extends: true,
        test: { name: 'plain', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'drawn',
          environment: 'jsdom',
          setupFiles: ['./src/test/setup.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
    ],
    restoreMocks: true,
    // Only a hang should fail a test, not a busy machine.
    testTimeout: 60_000,
  },
});
