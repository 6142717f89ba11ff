// The application's stable addresses. Pages, mails and search engines know them: they do not change.

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** Adds the filled-in parameters to a path; a list repeats its name. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const part = encodeURIComponent;

export const urls = {
  home: '/',
  register: '/inscription',
  registerClient: '/inscription/client',
  registerProvider: '/inscription/prestataire',
  signIn: (back?: string) => withQuery('/connexion', { retour: back }),
  forgottenPassword: '/mot-de-passe-oublie',
  tenders: (query: Query = {}) => withQuery('/appels-d-offres', query),
  tender: (slug: string) => `/appels-d-offres/${part(slug)}`,
  directory: (query: Query = {}) => withQuery('/annuaire', query),
  services: (query: Query = {}) => withQuery('/services', query),
  service: (slug: string) => `/services/${part(slug)}`,
  /** A client asks what it would cost. */
  askQuote: (slug: string) => `/services/${part(slug)}/devis`,
  myServices: '/mes-services',
  newService: '/mes-services/nouveau',
  myService: (id: string) => `/mes-services/${part(id)}`,
  provider: (handle: string) => `/prestataires/${part(handle)}`,
  ranking: '/classement',
  plans: '/tarifs',
  help: (anchor?: string) => (anchor ? `/aide#${part(anchor)}` : '/aide'),
  inspiration: '/inspiration',
  terms: '/conditions',
  charter: '/charte-qualite',
  contact: '/contact',
  mailbox: '/mailbox',
  docs: '/docs',
  dashboard: '/tableau-de-bord',
  events: (query: Query = {}) => withQuery('/mes-evenements', query),
  newEvent: (query: Query = {}) => withQuery('/mes-evenements/nouveau', query),
  event: (id: string) => `/mes-evenements/${part(id)}`,
  eventEdit: (id: string) => `/mes-evenements/${part(id)}/modifier`,
  /** A client's lot: its applicants, the chosen one, the mission. */
  lot: (tender: string, lot: string) => `/mes-evenements/${part(tender)}/lots/${part(lot)}`,
  lotReview: (tender: string, lot: string) =>
    `/mes-evenements/${part(tender)}/lots/${part(lot)}/avis`,
  /** A provider's offer: its versions, the choice, the mission. */
  offer: (id: string) => `/mes-evenements/candidatures/${part(id)}`,
  offerEdit: (id: string) => `/mes-evenements/candidatures/${part(id)}/modifier`,
  apply: (slug: string, lot: string) => `/appels-d-offres/${part(slug)}/candidater/${part(lot)}`,
  potentialTenders: '/offres-potentielles',
  notifications: '/notifications',
  conversations: (query: Query = {}) => withQuery('/messagerie', query),
  conversation: (id: string, query: Query = {}) => withQuery(`/messagerie/${part(id)}`, query),
  /** Where one talks with this party: the inbox finds the conversation. */
  conversationWith: (organization: string) => withQuery('/messagerie', { avec: organization }),
  /** A client writes to a provider, perhaps about one of its tenders or a service; goes on where they talk already. */
  newConversation: (
    provider: string,
    about: { tender?: string | undefined; service?: string | undefined } = {},
  ) =>
    withQuery('/messagerie/nouveau', {
      prestataire: provider,
      evenement: about.tender,
      service: about.service,
    }),
  quoteRequests: (query: Query = {}) => withQuery('/demandes-de-devis', query),
  quoteRequest: (id: string) => `/demandes-de-devis/${part(id)}`,
  needs: '/besoins',
  /** A client describes what it looks for, once for several providers. */
  newNeed: (query: Query = {}) => withQuery('/besoins/nouveau', query),
  need: (id: string) => `/besoins/${part(id)}`,
  customOffers: (query: Query = {}) => withQuery('/offres-personnalisees', query),
  customOffer: (id: string, query: Query = {}) =>
    withQuery(`/offres-personnalisees/${part(id)}`, query),
  customOfferEdit: (id: string) => `/offres-personnalisees/${part(id)}/modifier`,
  /** A provider makes an offer to the client of a conversation, perhaps in answer to its quote request. */
  newCustomOffer: (conversation: string, request?: string) =>
    withQuery(`/messagerie/${part(conversation)}/offre`, { demande: request }),
  orders: (query: Query = {}) => withQuery('/commandes', query),
  order: (id: string) => `/commandes/${part(id)}`,
  orderReview: (id: string) => `/commandes/${part(id)}/avis`,
  /** What one's party pays through the platform. */
  payments: '/paiements',
  payment: (id: string) => `/paiements/${part(id)}`,
  /** What a provider earned with held funds, on its way to its bank. */
  payouts: '/versements',
  disputes: (query: Query = {}) => withQuery('/litiges', query),
  dispute: (id: string) => `/litiges/${part(id)}`,
  profile: '/compte/profil',
  sheet: '/compte/fiche',
  /** Its photos, its portfolio, its links to social networks. */
  showcase: '/compte/vitrine',
  team: '/compte/equipe',
  alerts: '/compte/alertes',
  security: '/compte/securite',
  apiKeys: '/compte/cles-api',
  deleteAccount: '/compte/supprimer',
  subscription: '/compte/abonnement',
  /** A provider's advertising campaigns. */
  campaigns: '/compte/campagnes',
  /** Another one, perhaps like one that ran before. */
  newCampaign: (like?: string) => withQuery('/compte/campagnes/nouvelle', { modele: like }),
  campaign: (id: string) => `/compte/campagnes/${part(id)}`,
  campaignEdit: (id: string) => `/compte/campagnes/${part(id)}/modifier`,
  invoices: '/compte/factures',
  invoicesOf: (query: Query) => withQuery('/compte/factures', query),
  invoice: (id: string) => `/compte/factures/${part(id)}`,
  invoicingMandate: '/compte/factures/mandat',
  operator: '/operateur',
  operatorAccounts: '/operateur/comptes',
  operatorOrganization: (id: string) => `/operateur/organisations/${part(id)}`,
  operatorDeletions: '/operateur/suppressions',
  operatorMissions: '/operateur/missions',
  operatorMoney: (query: Query = {}) => withQuery('/operateur/argent', query),
  /** What people wrote to the operator. */
  operatorMessages: '/operateur/messages',
  operatorMessage: (id: string) => `/operateur/messages/${part(id)}`,
  operatorAds: (query: Query = {}) => withQuery('/operateur/publicite', query),
  operatorMails: '/operateur/e-mails',
  operatorBars: '/operateur/interdits',
  operatorTerms: '/operateur/types-d-offres',
  operatorHelpVotes: '/operateur/aide',
  operatorLog: (query: Query = {}) => withQuery('/operateur/journal', query),
} as const;

/** A page that asks to sign in or to register, and leads back to where the person was. */
export function withReturn(path: string, back: string | null | undefined): string {
  return withQuery(path, { retour: back });
}

/** A place to go back to after signing in: only a path of this site, never another one. */
export function safeReturn(path: string | null | undefined): string {
  return path && /^\/(?![/\\])/.test(path) ? path : urls.dashboard;
}
