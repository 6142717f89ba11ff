import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'The plans',
  description: 'FREE or VIP+: what each plan gives providers.',
  lead: 'Posting a tender is free and without limit. These plans are for providers.',
  subscription: 'My subscription',
  subscriptionLead: 'What your plan allows.',
  names: { free: 'FREE', vip_plus: 'VIP+' },
  current: 'Your plan: {{name}}',
  until: 'until {{date}}',
  none: 'You have no plan yet',
  noneText:
    'Without a plan no tender reaches you. The FREE plan costs nothing and binds you to nothing.',
  choose: 'Choose the FREE plan',
  chosen: 'You are on the FREE plan.',
  vip: 'This marketplace takes no payments: write to us and we activate VIP+ with you.',
  buy: 'Buy VIP+',
  buyText_one: 'VIP+ is bought for {{count}} month. The plan does not renew by itself.',
  buyText_other: 'VIP+ is bought for {{count}} months. The plan does not renew by itself.',
  prolong: 'Prolong VIP+',
  prolongText: 'Buying it again prolongs it until {{date}}.',
  ask: 'Ask for VIP+',
  register: 'Open a provider account',
  feature: 'What you get',
  yes: 'yes',
  no: 'no',
  always: 'with no end date',
  free: 'Free',
  rows: {
    listed: 'Presence in the directory and in search engines',
    mails: 'Tenders by e-mail',
    replies: 'Unlimited answers to tenders',
    area: 'Up to 8 départements, or the whole of France',
    secondary: 'Secondary trades',
    map: 'Home point on the map of the page',
    link: 'Link followed by search engines',
  },
  forMonths: 'before VAT, for {{count}} months',
  plus: 'PLUS+ services',
  plusText:
    'An advertising campaign, the first place in the directory: options apart from the plan, which are not open yet. None is for sale today.',
} satisfies Texts<typeof fr>;
