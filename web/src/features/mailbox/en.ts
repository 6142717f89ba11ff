import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Demo mailbox',
  description: 'The e-mails that this instance would have sent.',
  lead: 'Nothing leaves here: each e-mail is read on this page, whoever it is for.',
  recipient: 'Recipient',
  empty: 'No e-mail',
  emptyText: 'Register or publish a call for offers: the messages arrive here.',
  back: 'All e-mails',
  to: 'To {{recipient}}',
  closed: 'No mailbox here',
  closedText: 'This instance sends real e-mails: look into your own mail.',
} satisfies Texts<typeof fr>;
