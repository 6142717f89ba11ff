// Every address of the application, in one list. A feature adds a line: its texts, its path, its page.
import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
  type RouteComponent,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadTexts } from './i18n';
import { AuthLayout } from './layouts/AuthLayout';
import { ClientLayout, OperatorLayout, ProviderLayout } from './layouts/KindLayout';
import { PublicLayout } from './layouts/PublicLayout';
import { WorkspaceLayout } from './layouts/WorkspaceLayout';
import { NotFoundPage } from './NotFoundPage';
import { RouteError } from './RouteError';

type PageFile = () => Promise<{ default: ComponentType }>;

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const layout = (id: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, id, component, errorComponent: RouteError });

const publicLayout = layout('public', PublicLayout);
const authLayout = layout('auth', AuthLayout);
const workspaceLayout = layout('workspace', WorkspaceLayout);

const within = (id: string, component: RouteComponent) =>
  createRoute({
    getParentRoute: () => workspaceLayout,
    id,
    component,
    errorComponent: RouteError,
  });

const operatorLayout = within('operator', OperatorLayout);
const providerLayout = within('provider', ProviderLayout);
const clientLayout = within('client', ClientLayout);

/** Pages of one layout: their address, their feature, their file. */
type PageLine = [path: string, feature: string, file: PageFile];

/** Each is fetched with its feature's texts when it is first opened or pointed at. */
function pages<Parent extends AnyRoute>(parent: Parent, lines: PageLine[]): AnyRoute[] {
  return lines.map(([path, feature, file]) => {
    const load = async () => (await Promise.all([file(), loadTexts(feature)]))[0];
    return createRoute({
      getParentRoute: () => parent,
      path,
      component: lazyRouteComponent(load),
      errorComponent: RouteError,
    }) as AnyRoute;
  });
}

const publicPages = pages(publicLayout, [
  ['/', 'home', () => import('@/features/home/HomePage')],
  ['/annuaire', 'providers', () => import('@/features/providers/DirectoryPage')],
  ['/prestataires/$handle', 'providers', () => import('@/features/providers/ProviderPage')],
  ['/services', 'services', () => import('@/features/services/CataloguePage')],
  ['/services/$slug', 'services', () => import('@/features/services/ServicePage')],
  ['/besoins/nouveau', 'needs', () => import('@/features/needs/DescribePage')],
  ['/mailbox', 'mailbox', () => import('@/features/mailbox/MailboxPage')],
  ['/tarifs', 'plans', () => import('@/features/plans/PlansPage')],
  ['/aide', 'help', () => import('@/features/help/HelpPage')],
  ['/inspiration', 'ideas', () => import('@/features/ideas/IdeasPage')],
  ['/conditions', 'legal', () => import('@/features/legal/TermsPage')],
  ['/charte-qualite', 'legal', () => import('@/features/legal/CharterPage')],
  ['/classement', 'legal', () => import('@/features/legal/RankingPage')],
  ['/contact', 'contact-messages', () => import('@/features/contact-messages/ContactPage')],
  ['/docs', 'docs', () => import('@/features/docs/DocsPage')],
  ['/appels-d-offres', 'tenders', () => import('@/features/tenders/TendersPage')],
  ['/appels-d-offres/$slug', 'tenders', () => import('@/features/tenders/TenderPage')],
]);

/** Signing in, registering: one column, nothing else to look at. */
const authPages = pages(authLayout, [
  ['/inscription', 'registrations', () => import('@/features/registrations/ChoicePage')],
  [
    '/inscription/client',
    'registrations',
    () => import('@/features/registrations/RegisterClientPage'),
  ],
  [
    '/inscription/prestataire',
    'registrations',
    () => import('@/features/registrations/RegisterProviderPage'),
  ],
  ['/activation', 'registrations', () => import('@/features/registrations/ActivationPage')],
  ['/connexion', 'sessions', () => import('@/features/sessions/SignInPage')],
  ['/mot-de-passe-oublie', 'passwords', () => import('@/features/passwords/ForgottenPage')],
  ['/reinitialisation', 'passwords', () => import('@/features/passwords/ResetPage')],
  ['/invitation', 'members', () => import('@/features/members/JoinPage')],
]);

/** Signed-in people only; visitors are asked to sign in and brought back. */
const workspacePages = pages(workspaceLayout, [
  ['/tableau-de-bord', 'dashboard', () => import('@/features/dashboard/DashboardPage')],
  ['/notifications', 'notices', () => import('@/features/notices/NotificationsPage')],
  ['/compte/profil', 'accounts', () => import('@/features/accounts/ProfilePage')],
  ['/compte/alertes', 'accounts', () => import('@/features/accounts/AlertsPage')],
  ['/compte/securite', 'accounts', () => import('@/features/accounts/SecurityPage')],
  ['/compte/equipe', 'members', () => import('@/features/members/TeamPage')],
  ['/compte/cles-api', 'api-keys', () => import('@/features/api-keys/ApiKeysPage')],
  [
    '/compte/supprimer',
    'deletion-requests',
    () => import('@/features/deletion-requests/DeletionPage'),
  ],
  ['/compte/factures', 'invoices', () => import('@/features/invoices/InvoicesPage')],
  ['/compte/factures/$id', 'invoices', () => import('@/features/invoices/InvoicePage')],
]);

/** Tenders, offers and missions, for both sides. */
const eventPages = pages(workspaceLayout, [
  ['/mes-evenements', 'tenders', () => import('./MyEventsPage')],
  ['/mes-evenements/nouveau', 'tenders', () => import('@/features/tenders/DraftPage')],
  ['/mes-evenements/$id', 'tenders', () => import('@/features/tenders/EventPage')],
  ['/mes-evenements/$id/modifier', 'tenders', () => import('@/features/tenders/EditTenderPage')],
  ['/appels-d-offres/$slug/candidater/$lot', 'offers', () => import('@/features/offers/ApplyPage')],
  ['/mes-evenements/candidatures/$id', 'offers', () => import('@/features/offers/OfferPage')],
  [
    '/mes-evenements/candidatures/$id/modifier',
    'offers',
    () => import('@/features/offers/RevisePage'),
  ],
  ['/mes-evenements/$id/lots/$lot', 'offers', () => import('@/features/offers/LotPage')],
  ['/mes-evenements/$id/lots/$lot/avis', 'reviews', () => import('@/features/reviews/ReviewPage')],
]);

/** A provider's; for everyone else they do not exist. */
const providerPages = pages(providerLayout, [
  ['/mes-services', 'services', () => import('@/features/services/MyServicesPage')],
  ['/mes-services/nouveau', 'services', () => import('@/features/services/NewServicePage')],
  ['/mes-services/$id', 'services', () => import('@/features/services/EditServicePage')],
  ['/offres-potentielles', 'offers', () => import('@/features/offers/PotentialPage')],
  ['/messagerie/$id/offre', 'custom-offers', () => import('@/features/custom-offers/CreatePage')],
  [
    '/offres-personnalisees/$id/modifier',
    'custom-offers',
    () => import('@/features/custom-offers/RevisePage'),
  ],
  ['/compte/fiche', 'organizations', () => import('@/features/organizations/SheetPage')],
  ['/compte/vitrine', 'organizations', () => import('@/features/organizations/ShowcasePage')],
  ['/compte/abonnement', 'plans', () => import('@/features/plans/SubscriptionPage')],
  ['/compte/campagnes', 'campaigns', () => import('@/features/campaigns/CampaignsPage')],
  ['/compte/campagnes/nouvelle', 'campaigns', () => import('@/features/campaigns/NewCampaignPage')],
  ['/compte/campagnes/$id', 'campaigns', () => import('@/features/campaigns/CampaignPage')],
  [
    '/compte/campagnes/$id/modifier',
    'campaigns',
    () => import('@/features/campaigns/EditCampaignPage'),
  ],
  ['/compte/factures/mandat', 'invoices', () => import('@/features/invoices/MandatePage')],
  ['/versements', 'payouts', () => import('@/features/payouts/PayoutsPage')],
]);

/** A client's; for everyone else they do not exist. */
const clientPages = pages(clientLayout, [
  ['/besoins', 'needs', () => import('@/features/needs/NeedsPage')],
  ['/besoins/$id', 'needs', () => import('@/features/needs/NeedPage')],
]);

/** Money paid through the platform, and what two sides do not agree about. */
const moneyPages = pages(workspaceLayout, [
  ['/paiements', 'payments', () => import('@/features/payments/PaymentsPage')],
  ['/paiements/$id', 'payments', () => import('@/features/payments/PaymentPage')],
  ['/litiges', 'disputes', () => import('@/features/disputes/DisputesPage')],
  ['/litiges/$id', 'disputes', () => import('@/features/disputes/DisputePage')],
]);

/** What clients and providers say to each other. */
const conversationPages = pages(workspaceLayout, [
  ['/messagerie', 'conversations', () => import('@/features/conversations/InboxPage')],
  [
    '/messagerie/nouveau',
    'conversations',
    () => import('@/features/conversations/FirstMessagePage'),
  ],
  ['/messagerie/$id', 'conversations', () => import('@/features/conversations/ThreadPage')],
]);

/** What they bargain there, and what comes of it. */
const bargainPages = pages(workspaceLayout, [
  ['/services/$slug/devis', 'quote-requests', () => import('@/features/quote-requests/AskPage')],
  [
    '/demandes-de-devis',
    'quote-requests',
    () => import('@/features/quote-requests/QuoteRequestsPage'),
  ],
  [
    '/demandes-de-devis/$id',
    'quote-requests',
    () => import('@/features/quote-requests/QuoteRequestPage'),
  ],
  [
    '/offres-personnalisees',
    'custom-offers',
    () => import('@/features/custom-offers/CustomOffersPage'),
  ],
  [
    '/offres-personnalisees/$id',
    'custom-offers',
    () => import('@/features/custom-offers/CustomOfferPage'),
  ],
  ['/commandes', 'orders', () => import('@/features/orders/OrdersPage')],
  ['/commandes/$id', 'orders', () => import('@/features/orders/OrderPage')],
  ['/commandes/$id/avis', 'reviews', () => import('@/features/reviews/OrderReviewPage')],
]);

/** The operator's; for everyone else they do not exist. */
const operatorPages = pages(operatorLayout, [
  ['/operateur', 'operator', () => import('@/features/operator/OverviewPage')],
  ['/operateur/comptes', 'operator', () => import('@/features/operator/AccountsPage')],
  [
    '/operateur/organisations/$id',
    'operator',
    () => import('@/features/operator/OrganizationPage'),
  ],
  ['/operateur/suppressions', 'operator', () => import('@/features/operator/DeletionsPage')],
  ['/operateur/missions', 'operator', () => import('@/features/operator/MissionsPage')],
  ['/operateur/argent', 'operator', () => import('@/features/operator/MoneyPage')],
  ['/operateur/messages', 'operator', () => import('@/features/operator/ContactMessagesPage')],
  ['/operateur/messages/$id', 'operator', () => import('@/features/operator/ContactMessagePage')],
  ['/operateur/publicite', 'operator', () => import('@/features/operator/AdsPage')],
  ['/operateur/e-mails', 'operator', () => import('@/features/operator/MailsPage')],
  ['/operateur/interdits', 'operator', () => import('@/features/operator/BarsPage')],
  ['/operateur/types-d-offres', 'operator', () => import('@/features/operator/TermsPage')],
  ['/operateur/journal', 'operator', () => import('@/features/operator/LogPage')],
  ['/operateur/aide', 'operator', () => import('@/features/operator/HelpVotesPage')],
]);

export const routeTree = root.addChildren([
  publicLayout.addChildren(publicPages),
  authLayout.addChildren(authPages),
  workspaceLayout.addChildren([
    ...workspacePages,
    ...eventPages,
    clientLayout.addChildren(clientPages),
    providerLayout.addChildren(providerPages),
    ...conversationPages,
    ...bargainPages,
    ...moneyPages,
    operatorLayout.addChildren(operatorPages),
  ]),
]);
