import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  forgotten: {
    title: 'Forgotten password',
    description: 'Get a link to choose a new password.',
    lead: 'Give the handle and the e-mail address of your account: if they belong together, a link arrives in your mailbox.',
    handle: 'Handle',
    email: 'E-mail address',
    submit: 'Get the link',
    back: 'Back to signing in',
    sentTitle: 'Look into your mailbox',
    sent: 'If this handle and this address belong together, a link has just left. It works once, for an hour.',
  },
  reset: {
    title: 'Choose a new password',
    password: 'New password',
    hint: 'At least 10 characters. Your other sessions will be closed and your API keys revoked.',
    submit: 'Save the password',
    done: 'Your password is changed. Sign in.',
    again: 'Ask for a new link',
  },
} satisfies Texts<typeof fr>;
