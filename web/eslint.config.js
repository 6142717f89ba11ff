// Lints that keep the layers apart and the content security policy strict, besides the usual ones.
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

// These kit components draw <style> elements, which the content security policy refuses.
const STYLING = ['AppShell', 'Grid', 'SimpleGrid', 'Flex', 'ColorSchemeScript'];

const noStyleElements = {
  name: '@mantine/core',
  importNames: STYLING,
  message: 'It draws a <style> element, which our content security policy refuses: use CSS.',
};

const layer = (files, group, message) => ({
  files,
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      { paths: [noStyleElements], patterns: [{ group, message }] },
    ],
  },
});

export default ts.config(
  { ignores: ['dist', '**/*.gen.ts', 'public'] },
  js.configs.recommended,
  ts.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': ['error', { paths: [noStyleElements] }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "JSXAttribute > JSXExpressionContainer > ObjectExpression > Property[key.name='base']",
          message: 'Responsive style props draw a <style> element: use a CSS module.',
        },
      ],
    },
  },
  // Texts and addresses are lists, as long as what they say.
  { files: ['src/**/{fr,en}.ts', 'src/app/routes.tsx'], rules: { 'max-lines': 'off' } },
  layer(
    ['src/ui/**'],
    ['@tanstack/*', '@/app/*', '@/api/*', '@/features/*'],
    'ui/ knows no router, no query and no feature.',
  ),
  layer(['src/lib/**'], ['react', '@/*'], 'lib/ is plain TypeScript.'),
  layer(['src/api/**'], ['@/app/*', '@/ui/*', '@/features/*'], 'api/ stands below all.'),
  layer(
    ['src/features/**'],
    ['@/features/*', '../../*', '../*/**', '@/app/routes', '@/app/router', '@/app/layouts/*'],
    'Features never import each other, nor the routes.',
  ),
);
