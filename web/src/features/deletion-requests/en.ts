import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Delete my account',
  lead: 'Someone of the team handles each request, within thirty days.',
  warningTitle: 'Deletion cannot be undone',
  warnings: [
    'All your data and that of your organization is erased.',
    'The history of your exchanges is lost.',
    'Your calls for offers and your sheet disappear from search engines.',
  ],
  understood: 'I understand that deletion cannot be undone',
  reason: 'Why are you leaving?',
  submit: 'Ask for deletion',
  done: 'Your request is recorded.',
  open: 'Request under way',
  openText: 'Filed on {{requested}}, handled by {{due}} at the latest.',
  withdraw: 'Withdraw my request',
  withdrawn: 'Your request is withdrawn.',
  history: 'Earlier requests',
  states: { open: 'Under way', withdrawn: 'Withdrawn', done: 'Carried out', refused: 'Refused' },
  mustTick: 'Tick this box to go on.',
} satisfies Texts<typeof fr>;
