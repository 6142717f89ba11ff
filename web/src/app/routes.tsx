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

/** A page fetched with its feature's texts when it is first opened or pointed at. */
function page<Parent extends AnyRoute>(
  parent: Parent,
  path: string,
  feature: string,
  file: PageFile,
): AnyRoute {
  const load = async () => (await Promise.all([file(), loadTexts(feature)]))[0];
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(load),
    errorComponent: RouteError,
  }) as AnyRoute;
}

const publicPages = [
  page(publicLayout, '/', 'home', () => import('@/features/home/HomePage')),
  page(publicLayout, '/annuaire', 'providers', () => import('@/features/providers/DirectoryPage')),
  page(
    publicLayout,
    '/prestataires/$handle',
    'providers',
    () => import('@/features/providers/ProviderPage'),
  ),
  page(publicLayout, '/services', 'services', () => import('@/features/services/CataloguePage')),
  page(
    publicLayout,
    '/services/$slug',
    'services',
    () => import('@/features/services/ServicePage'),
  ),
  page(publicLayout, '/besoins/nouveau', 'needs', () => import('@/features/needs/DescribePage')),
  page(publicLayout, '/mailbox', 'mailbox', () => import('@/features/mailbox/MailboxPage')),
  page(publicLayout, '/tarifs', 'plans', () => import('@/features/plans/PlansPage')),
  page(publicLayout, '/aide', 'help', () => import('@/features/help/HelpPage')),
  page(publicLayout, '/inspiration', 'ideas', () => import('@/features/ideas/IdeasPage')),
  page(publicLayout, '/conditions', 'legal', () => import('@/features/legal/TermsPage')),
  page(publicLayout, '/charte-qualite', 'legal', () => import('@/features/legal/CharterPage')),
  page(publicLayout, '/classement', 'legal', () => import('@/features/legal/RankingPage')),
  page(publicLayout, '/contact', 'legal', () => import('@/features/legal/ContactPage')),
  page(publicLayout, '/docs', 'docs', () => import('@/features/docs/DocsPage')),
  page(publicLayout, '/appels-d-offres', 'tenders', () => import('@/features/tenders/TendersPage')),
  page(
    publicLayout,
    '/appels-d-offres/$slug',
    'tenders',
    () => import('@/features/tenders/TenderPage'),
  ),
];

/** Signing in, registering: one column, nothing else to look at. */
const authPages = [
  page(
    authLayout,
    '/inscription',
    'registrations',
    () => import('@/features/registrations/ChoicePage'),
  ),
  page(
    authLayout,
    '/inscription/client',
    'registrations',
    () => import('@/features/registrations/RegisterClientPage'),
  ),
  page(
    authLayout,
    '/inscription/prestataire',
    'registrations',
    () => import('@/features/registrations/RegisterProviderPage'),
  ),
  page(
    authLayout,
    '/activation',
    'registrations',
    () => import('@/features/registrations/ActivationPage'),
  ),
  page(authLayout, '/connexion', 'sessions', () => import('@/features/sessions/SignInPage')),
  page(
    authLayout,
    '/mot-de-passe-oublie',
    'passwords',
    () => import('@/features/passwords/ForgottenPage'),
  ),
  page(
    authLayout,
    '/reinitialisation',
    'passwords',
    () => import('@/features/passwords/ResetPage'),
  ),
  page(authLayout, '/invitation', 'members', () => import('@/features/members/JoinPage')),
];

/** Signed-in people only; visitors are asked to sign in and brought back. */
const workspacePages = [
  page(
    workspaceLayout,
    '/tableau-de-bord',
    'dashboard',
    () => import('@/features/dashboard/DashboardPage'),
  ),
  page(
    workspaceLayout,
    '/notifications',
    'notices',
    () => import('@/features/notices/NotificationsPage'),
  ),
  page(
    workspaceLayout,
    '/compte/profil',
    'accounts',
    () => import('@/features/accounts/ProfilePage'),
  ),
  page(
    workspaceLayout,
    '/compte/alertes',
    'accounts',
    () => import('@/features/accounts/AlertsPage'),
  ),
  page(
    workspaceLayout,
    '/compte/securite',
    'accounts',
    () => import('@/features/accounts/SecurityPage'),
  ),
  page(workspaceLayout, '/compte/equipe', 'members', () => import('@/features/members/TeamPage')),
  page(
    workspaceLayout,
    '/compte/cles-api',
    'api-keys',
    () => import('@/features/api-keys/ApiKeysPage'),
  ),
  page(
    workspaceLayout,
    '/compte/supprimer',
    'deletion-requests',
    () => import('@/features/deletion-requests/DeletionPage'),
  ),
  page(
    workspaceLayout,
    '/compte/factures',
    'invoices',
    () => import('@/features/invoices/InvoicesPage'),
  ),
  page(
    workspaceLayout,
    '/compte/factures/$id',
    'invoices',
    () => import('@/features/invoices/InvoicePage'),
  ),
];

/** Tenders, offers and missions, for both sides. */
const eventPages = [
  page(workspaceLayout, '/mes-evenements', 'tenders', () => import('./MyEventsPage')),
  page(
    workspaceLayout,
    '/mes-evenements/nouveau',
    'tenders',
    () => import('@/features/tenders/DraftPage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/$id',
    'tenders',
    () => import('@/features/tenders/EventPage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/$id/modifier',
    'tenders',
    () => import('@/features/tenders/EditTenderPage'),
  ),
  page(
    workspaceLayout,
    '/appels-d-offres/$slug/candidater/$lot',
    'offers',
    () => import('@/features/offers/ApplyPage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/candidatures/$id',
    'offers',
    () => import('@/features/offers/OfferPage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/candidatures/$id/modifier',
    'offers',
    () => import('@/features/offers/RevisePage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/$id/lots/$lot',
    'offers',
    () => import('@/features/offers/LotPage'),
  ),
  page(
    workspaceLayout,
    '/mes-evenements/$id/lots/$lot/avis',
    'reviews',
    () => import('@/features/reviews/ReviewPage'),
  ),
];

/** A provider's; for everyone else they do not exist. */
const providerPages = [
  page(
    providerLayout,
    '/mes-services',
    'services',
    () => import('@/features/services/MyServicesPage'),
  ),
  page(
    providerLayout,
    '/mes-services/nouveau',
    'services',
    () => import('@/features/services/NewServicePage'),
  ),
  page(
    providerLayout,
    '/mes-services/$id',
    'services',
    () => import('@/features/services/EditServicePage'),
  ),
  page(
    providerLayout,
    '/offres-potentielles',
    'offers',
    () => import('@/features/offers/PotentialPage'),
  ),
  page(
    providerLayout,
    '/messagerie/$id/offre',
    'custom-offers',
    () => import('@/features/custom-offers/CreatePage'),
  ),
  page(
    providerLayout,
    '/offres-personnalisees/$id/modifier',
    'custom-offers',
    () => import('@/features/custom-offers/RevisePage'),
  ),
  page(
    providerLayout,
    '/compte/fiche',
    'organizations',
    () => import('@/features/organizations/SheetPage'),
  ),
  page(
    providerLayout,
    '/compte/abonnement',
    'plans',
    () => import('@/features/plans/SubscriptionPage'),
  ),
  page(
    providerLayout,
    '/compte/factures/mandat',
    'invoices',
    () => import('@/features/invoices/MandatePage'),
  ),
  page(providerLayout, '/versements', 'payouts', () => import('@/features/payouts/PayoutsPage')),
];

/** A client's; for everyone else they do not exist. */
const clientPages = [
  page(clientLayout, '/besoins', 'needs', () => import('@/features/needs/NeedsPage')),
  page(clientLayout, '/besoins/$id', 'needs', () => import('@/features/needs/NeedPage')),
];

/** Money paid through the platform, and what two sides do not agree about. */
const moneyPages = [
  page(workspaceLayout, '/paiements', 'payments', () => import('@/features/payments/PaymentsPage')),
  page(
    workspaceLayout,
    '/paiements/$id',
    'payments',
    () => import('@/features/payments/PaymentPage'),
  ),
  page(workspaceLayout, '/litiges', 'disputes', () => import('@/features/disputes/DisputesPage')),
  page(
    workspaceLayout,
    '/litiges/$id',
    'disputes',
    () => import('@/features/disputes/DisputePage'),
  ),
];

/** What clients and providers say to each other. */
const conversationPages = [
  page(
    workspaceLayout,
    '/messagerie',
    'conversations',
    () => import('@/features/conversations/InboxPage'),
  ),
  page(
    workspaceLayout,
    '/messagerie/nouveau',
    'conversations',
    () => import('@/features/conversations/FirstMessagePage'),
  ),
  page(
    workspaceLayout,
    '/messagerie/$id',
    'conversations',
    () => import('@/features/conversations/ThreadPage'),
  ),
];

/** What they bargain there, and what comes of it. */
const bargainPages = [
  page(
    workspaceLayout,
    '/services/$slug/devis',
    'quote-requests',
    () => import('@/features/quote-requests/AskPage'),
  ),
  page(
    workspaceLayout,
    '/demandes-de-devis',
    'quote-requests',
    () => import('@/features/quote-requests/QuoteRequestsPage'),
  ),
  page(
    workspaceLayout,
    '/demandes-de-devis/$id',
    'quote-requests',
    () => import('@/features/quote-requests/QuoteRequestPage'),
  ),
  page(
    workspaceLayout,
    '/offres-personnalisees',
    'custom-offers',
    () => import('@/features/custom-offers/CustomOffersPage'),
  ),
  page(
    workspaceLayout,
    '/offres-personnalisees/$id',
    'custom-offers',
    () => import('@/features/custom-offers/CustomOfferPage'),
  ),
  page(workspaceLayout, '/commandes', 'orders', () => import('@/features/orders/OrdersPage')),
  page(workspaceLayout, '/commandes/$id', 'orders', () => import('@/features/orders/OrderPage')),
];

/** The operator's; for everyone else they do not exist. */
const operatorPages = [
  page(operatorLayout, '/operateur', 'operator', () => import('@/features/operator/OverviewPage')),
  page(
    operatorLayout,
    '/operateur/comptes',
    'operator',
    () => import('@/features/operator/AccountsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/organisations/$id',
    'operator',
    () => import('@/features/operator/OrganizationPage'),
  ),
  page(
    operatorLayout,
    '/operateur/suppressions',
    'operator',
    () => import('@/features/operator/DeletionsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/missions',
    'operator',
    () => import('@/features/operator/MissionsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/e-mails',
    'operator',
    () => import('@/features/operator/MailsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/interdits',
    'operator',
    () => import('@/features/operator/BarsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/types-d-offres',
    'operator',
    () => import('@/features/operator/TermsPage'),
  ),
  page(
    operatorLayout,
    '/operateur/journal',
    'operator',
    () => import('@/features/operator/LogPage'),
  ),
  page(
    operatorLayout,
    '/operateur/aide',
    'operator',
    () => import('@/features/operator/HelpVotesPage'),
  ),
];

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
