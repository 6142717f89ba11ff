import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  directory: {
    title: 'Directory of providers',
    description: 'Find an event provider by trade and by département, with its reviews.',
    lead: 'All registered providers, by trade and by département.',
    ranking: 'How this ranking is made',
    search: 'Name or keyword',
    all: 'All trades',
    inTrade: '{{trade}}: the providers',
    inPlace: '{{title}} in {{place}}',
    empty: 'Nobody here for now',
    emptyText:
      'Widen to a neighbouring département, or describe your event: the providers concerned will answer.',
    post: 'Publish a call for offers',
    clear: 'Remove the filters',
  },
  vip: 'VIP+',
  new: 'New on Estrade',
  newText: 'This provider has no review yet: write to it and ask your questions before you decide.',
  sheet: {
    trades: 'Trades',
    area: 'Area served',
    franceWide: 'The whole of France',
    based: 'Based in',
    memberSince: 'Registered since',
    website: 'Website',
    cesu: 'Payment',
    cesuText: 'Payable by Chèque Emploi Service Universel (CESU)',
    presentation: 'About',
    noPresentation: 'This provider has not introduced itself yet.',
    paused: 'On leave: it receives no calls for offers at the moment.',
    ask: 'Ask it for an offer',
    askText:
      'Publish your event: it will be told if it works in your département, and you will be able to compare.',
    reviews: 'Clients’ reviews',
    noReviews: 'No review yet',
    answer: 'The provider’s answer',
    experienced: 'Service of {{date}}',
    published: 'published on {{date}}',
    notes: {
      exchanges: 'Exchanges',
      relationship: 'Relationship',
      punctuality: 'Punctuality',
      quality: 'Quality',
    },
    contacts: 'Contact details are passed to both sides once the mission is confirmed.',
  },
} satisfies Texts<typeof fr>;
