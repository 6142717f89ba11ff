import {
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { theme } from './theme';

const here = import.meta.dirname;
const source = join(here, '../..');

function sources(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(source, name), 'utf8'));
}

function kitComponents(): string[] {
  const imported = sources().flatMap((text) =>
    [...text.matchAll(/import\s+\{([^}]*)\}\s+from '@mantine\/core'/g)].flatMap((match) =>
      (match[1] ?? '').split(',').map((name) => name.trim()),
    ),
  );
  return [...new Set(imported)].filter((name) => /^[A-Z]/.test(name));
}

describe('the kit without <style> elements', () => {
  it('has its variables in a file computed from the theme (vitest -u rewrites it)', async () => {
    const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
    await expect(convertCssVariables(variables, ':root')).toMatchFileSnapshot('mantine.gen.css');
  });

  it('loads the stylesheet of every kit component that the application uses', () => {
    const loaded = readFileSync(join(here, 'kit.css'), 'utf8');
    const available = readdirSync(join(source, '../node_modules/@mantine/core/styles'));
    const missing = kitComponents().filter(
      (name) => available.includes(`${name}.css`) && !loaded.includes(`/${name}.layer.css`),
    );
    expect(missing).toEqual([]);
  });
});
