import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'API keys',
  lead: 'For a program to act in your name. A key has your rights, within the limit chosen here.',
  docs: 'API reference',
  new: 'Make a key',
  name: 'Name',
  nameHint: 'What it is for: you will read it here.',
  scopes: 'Rights',
  scopeNames: { read: 'Read', write: 'Write' },
  submit: 'Make the key',
  made: 'Your new key',
  madeText: 'Copy it now: it will never be shown again.',
  copy: 'Copy',
  copied: 'Copied',
  list: 'Keys in use',
  empty: 'No key',
  emptyText: 'Make a key to call the API from your own tools.',
  created: 'Made',
  never: 'Never used',
  used: 'Used',
  revoke: 'Revoke',
  revokeTitle: 'Revoke the key “{{name}}”?',
  revokeText: 'Programs that use it will be refused at once.',
  revoked: 'The key is revoked.',
} satisfies Texts<typeof fr>;
