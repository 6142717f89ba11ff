import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  documentTitle: 'Estrade, one call for offers for your event',
  description:
    'Wedding, seminar, village fair: describe your event once and receive priced offers from providers, trade by trade. Free, without commission.',
  hero: {
    first: 'Describe the party.',
    second: 'The troupe comes to you.',
    lead: 'One tender for the caterer, the DJ, the venue, the photographer and everyone else. Providers of your département answer with a price; you compare and choose.',
    client: 'Post a tender',
    provider: 'I am a provider',
    potential: 'See potential tenders',
    free: 'Free and unlimited',
    commission: 'No commission',
    phone: 'Your phone number is never shown',
  },
  billing: {
    title: 'Now on the bill',
    lead: 'The latest tenders. Contact details stay hidden.',
    all: 'All tenders',
    guests_one: '{{count}} guest',
    guests_other: '{{count}} guests',
    trades: 'Trades wanted',
  },
  troupe: {
    title: 'Ready to go on stage',
    lead: 'Caterers, DJs, brass bands, florists: each has a page, an area, and the reviews of its clients.',
    all: 'The whole directory',
    new: 'New on Estrade',
  },
  trades: {
    title: 'Who is missing from the bill?',
    lead: 'Choose a trade to see its providers, their reviews and their départements.',
    all: 'See the whole directory',
  },
  steps: {
    title: 'In four acts',
    act: 'Act {{number}}',
    describe: {
      title: 'You describe',
      text: 'The date, the place, the guests, the mood. Tick the trades you need; a sample text helps you start.',
    },
    answer: {
      title: 'They answer',
      text: 'Every provider of the right trade and département is told. Each presents an offer and a price; your contact details stay hidden.',
    },
    choose: {
      title: 'You choose',
      text: 'The offers for one trade read side by side, with reviews. Each can still be adjusted; you pick the one that suits you.',
    },
    play: {
      title: 'The curtain rises',
      text: 'The provider confirms and the offer is locked. On the day it all happens; afterwards you close the mission and leave a review.',
    },
  },
  programme: {
    example: 'Example',
    title: 'Camille and Noé’s wedding',
    place: '12 June 2027, Pays de Caux, 120 guests',
    lots: {
      caterer: 'Caterer',
      dj: 'DJ',
      photographer: 'Photographer',
      decorator: 'Floral decoration',
    },
    offers_one: '{{count}} offer received',
    offers_other: '{{count}} offers received',
    states: {
      inWork: 'In work',
      choose: 'Yours to choose',
      awaiting: 'Awaiting confirmation',
      open: 'Open',
    },
  },
  sides: {
    title: 'Stage left, stage right',
    client: {
      side: 'Stage left',
      title: 'You are organising',
      points: {
        free: 'Everything is free: unlimited tenders, and no commission on your contracts.',
        match:
          'Matching happens by itself: only the right trades, in your département, receive your request.',
        search: 'You can also search for yourself, by trade and by département.',
        reviews: 'Reviews come from clients whose mission is over, and from nowhere else.',
        messages:
          'You ask providers your questions in writing, in one place: no one disturbs you by phone.',
        progress: 'One glance tells you where each trade stands.',
      },
      action: 'Create my free account',
    },
    provider: {
      side: 'Stage right',
      title: 'You are a provider',
      points: {
        mail: 'Tenders for your trade and your départements arrive by e-mail.',
        area: 'Up to eight départements, or the whole of France.',
        directory: 'Your page is in the directory and in search engines from the free plan on.',
        answer:
          'With the VIP+ plan you answer without limit for twelve months, and set your prices freely.',
        reviews: 'Your reviews follow you and speak for you.',
        plus: 'Services PLUS+, as options apart from the plan: an advertising campaign and, soon, the first place in the directory.',
      },
      action: 'See the plans',
    },
  },
  end: {
    title: 'The house is still empty.',
    text: 'All it takes is a date and a wish. For the rest, we have some ideas.',
    action: 'Find an idea',
  },
} satisfies Texts<typeof fr>;
