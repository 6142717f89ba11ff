// One line per feature gives its text keys their types.
import 'i18next';
import type app from './fr';
import type ui from '../ui/fr';
import type accounts from '../features/accounts/fr';
import type apiKeys from '../features/api-keys/fr';
import type conversations from '../features/conversations/fr';
import type customOffers from '../features/custom-offers/fr';
import type deletionRequests from '../features/deletion-requests/fr';
import type members from '../features/members/fr';
import type orders from '../features/orders/fr';
import type organizations from '../features/organizations/fr';
import type payments from '../features/payments/fr';
import type payouts from '../features/payouts/fr';
import type plans from '../features/plans/fr';
import type dashboard from '../features/dashboard/fr';
import type disputes from '../features/disputes/fr';
import type docs from '../features/docs/fr';
import type help from '../features/help/fr';
import type home from '../features/home/fr';
import type ideas from '../features/ideas/fr';
import type legal from '../features/legal/fr';
import type needs from '../features/needs/fr';
import type offers from '../features/offers/fr';
import type mailbox from '../features/mailbox/fr';
import type notices from '../features/notices/fr';
import type operator from '../features/operator/fr';
import type passwords from '../features/passwords/fr';
import type quoteRequests from '../features/quote-requests/fr';
import type providers from '../features/providers/fr';
import type registrations from '../features/registrations/fr';
import type reviews from '../features/reviews/fr';
import type services from '../features/services/fr';
import type sessions from '../features/sessions/fr';
import type tenders from '../features/tenders/fr';
import type invoices from '../features/invoices/fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      ui: typeof ui;
      accounts: typeof accounts;
      'api-keys': typeof apiKeys;
      conversations: typeof conversations;
      'custom-offers': typeof customOffers;
      'deletion-requests': typeof deletionRequests;
      members: typeof members;
      orders: typeof orders;
      organizations: typeof organizations;
      payments: typeof payments;
      payouts: typeof payouts;
      plans: typeof plans;
      dashboard: typeof dashboard;
      disputes: typeof disputes;
      docs: typeof docs;
      help: typeof help;
      home: typeof home;
      ideas: typeof ideas;
      legal: typeof legal;
      needs: typeof needs;
      offers: typeof offers;
      mailbox: typeof mailbox;
      notices: typeof notices;
      operator: typeof operator;
      passwords: typeof passwords;
      providers: typeof providers;
      'quote-requests': typeof quoteRequests;
      registrations: typeof registrations;
      reviews: typeof reviews;
      services: typeof services;
      sessions: typeof sessions;
      tenders: typeof tenders;
      invoices: typeof invoices;
    };
  }
}
