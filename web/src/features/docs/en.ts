import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'API reference',
  description: 'Every operation of Estrade’s API: parameters, answers, and trying it online.',
  lead: 'All that this site does goes through this API; your programs can do the same.',
  contract: 'OpenAPI contract',
  key: 'API key for trying out',
  keyHint:
    'It stays in this page and goes with every try. Without a key, tries use your session if you are signed in.',
  makeKey: 'Make an API key',
  search: 'Find an operation',
  searchHint: 'Part of its address, or its subject.',
  real: 'Trying is for real: what it makes or deletes is made or deleted.',
  operations: 'Operations',
} satisfies Texts<typeof fr>;
