import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'The plans',
  description: 'FREE or VIP+: what each plan gives providers.',
  lead: 'Publishing a call for offers is free and without limit. These plans are for providers.',
  subscription: 'My subscription',
  subscriptionLead: 'What your plan allows.',
  names: { free: 'FREE', vip_plus: 'VIP+' },
  current: 'Your plan: {{name}}',
  until: 'until {{date}}',
  none: 'You have no plan yet',
  noneText:
    'Without a plan no call for offers reaches you. The FREE plan costs nothing and binds you to nothing.',
  choose: 'Choose the FREE plan',
  chosen: 'You are on the FREE plan.',
  vip: 'The VIP+ plan is granted by the Estrade team: write to us.',
  ask: 'Ask for VIP+',
  register: 'Open a provider account',
  feature: 'What you get',
  yes: 'yes',
  no: 'no',
  price: 'Price before VAT',
  free: 'Free',
  rows: {
    listed: 'Presence in the directory and in search engines',
    mails: 'Calls for offers by e-mail',
    replies: 'Unlimited answers to calls for offers',
    area: 'Up to 8 départements, or the whole of France',
    secondary: 'Secondary trades',
    map: 'Home point on the map of the page',
    link: 'Link followed by search engines',
  },
  forMonths: 'for {{count}} months',
  plus: 'PLUS+ services',
  plusText:
    'Advertisements and the first place of the directory are options apart from the plan. They will open with online payment.',
} satisfies Texts<typeof fr>;
