import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  directory: {
    crumb: 'Directory',
    title: 'Directory of providers',
    description: 'Find an event provider by trade and by département, with its reviews.',
    lead: 'All registered providers, by trade and by département.',
    ranking: 'How this ranking is made',
    search: 'Name or keyword',
    searchHint: 'Brass band, vegan, wedding…',
    empty: 'Nobody here for now',
    emptyText:
      'Try a neighbouring département or another trade. Or describe your event: the providers concerned come to you.',
    emptyTextProvider: 'Try a neighbouring département, another trade or another word.',
    neighbours: 'Neighbouring départements',
    post: 'Post a tender',
  },
  vip: 'VIP+',
  new: 'New on Estrade',
  newText:
    'Everyone starts somewhere. Write to this provider: describe your event, ask your questions, and get acquainted before you choose.',
  sheet: {
    trades: 'Trades',
    area: 'Area served',
    franceWide: 'The whole of France',
    map: 'Map of the area served: {{area}}.',
    mapPoint: 'The provider is based in this département: {{home}}.',
    home: 'Home département: {{home}}',
    legalKind: 'Status',
    kinds: {
      company: 'Company',
      sole_trader: 'Sole trader',
      cesu: 'Independent paid by CESU',
    },
    memberSince: 'Joined on',
    loyalty: 'Loyalty',
    loyaltyShare: '{{percent}}% of clients come back.',
    loyaltyText:
      'Of {{count}} clients with an order completed within twelve months, {{returning}} completed two or more.',
    website: 'Website',
    social: 'Social networks',
    cesu: 'Payment',
    cesuText: 'Payable by chèque emploi service universel (CESU)',
    presentation: 'About',
    noPresentation: 'This provider has not introduced itself yet.',
    photos: 'Photos of this provider',
    portfolio: 'Projects',
    paused:
      'On leave: its services are not offered and no tenders reach this provider at the moment.',
    services: 'Services',
    noServices: 'This provider has not published a service yet: it takes no messages for now.',
    servicesPaused: 'Its services will be offered again when it is back.',
    ask: 'Ask for an offer',
    write: 'Write to this provider',
    edit: 'Edit my page',
    reviews: 'Client reviews',
    onlyClients: 'Given by clients, once their mission was over.',
    noReviews: 'No review yet',
    contacts: 'Contact details are passed to both sides once the mission is confirmed.',
  },
} satisfies Texts<typeof fr>;
