import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Sign in',
  description: 'Find your events, your offers and your missions.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten password?',
  none: 'No account yet?',
  register: 'Free registration',
  notActivated: 'Get a new activation link',
} satisfies Texts<typeof fr>;
