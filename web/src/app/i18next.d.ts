// One line per feature gives its text keys their types.
import 'i18next';
import type app from './fr';
import type ui from '../ui/fr';
import type accounts from '../features/accounts/fr';
import type help from '../features/help/fr';
import type home from '../features/home/fr';
import type ideas from '../features/ideas/fr';
import type legal from '../features/legal/fr';
import type offers from '../features/offers/fr';
import type passwords from '../features/passwords/fr';
import type registrations from '../features/registrations/fr';
import type reviews from '../features/reviews/fr';
import type sessions from '../features/sessions/fr';
import type tenders from '../features/tenders/fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      ui: typeof ui;
      accounts: typeof accounts;
      help: typeof help;
      home: typeof home;
      ideas: typeof ideas;
      legal: typeof legal;
      offers: typeof offers;
      passwords: typeof passwords;
      registrations: typeof registrations;
      reviews: typeof reviews;
      sessions: typeof sessions;
      tenders: typeof tenders;
    };
  }
}
