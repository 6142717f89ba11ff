// The ideas of the inspiration page. Each pre-fills a tender (S1-182): its kind of event, its lots
// by trade, and a text that is in the `ideas` namespace under items.<slug>.text.

export const IDEAS = [
  {
    slug: 'guinguette',
    kind: 'wedding',
    trades: ['location-de-tente', 'traiteur', 'bar-a-cocktails', 'groupe-live', 'eclairage'],
  },
  {
    slug: 'verger',
    kind: 'wedding',
    trades: ['officiant', 'fleuriste', 'musiciens-classiques', 'food-truck', 'photographe'],
  },
  {
    slug: 'cinema-plein-air',
    kind: 'town_fete',
    trades: ['projection-video', 'sonorisation', 'food-truck', 'poste-de-secours'],
  },
  {
    slug: 'bal-des-voisins',
    kind: 'town_fete',
    trades: ['orchestre', 'cours-de-danse', 'location-de-mobilier', 'vins-et-boissons'],
  },
  {
    slug: 'fanfare-au-reveil',
    kind: 'birthday',
    trades: ['fanfare', 'chef-a-domicile', 'cake-designer', 'photographe'],
  },
  {
    slug: 'cabaret-au-salon',
    kind: 'birthday',
    trades: ['magicien', 'humoriste', 'barman', 'caricaturiste'],
  },
  {
    slug: 'cirque-des-enfants',
    kind: 'school_fete',
    trades: ['cirque', 'maquillage', 'structures-gonflables', 'glacier-et-desserts'],
  },
  {
    slug: 'seminaire-vert',
    kind: 'seminar',
    trades: ['location-de-salle', 'team-building', 'chef-a-domicile', 'hebergement', 'navette'],
  },
  {
    slug: 'conference-dessinee',
    kind: 'conference',
    trades: ['conferencier', 'illustrateur-en-direct', 'captation-live', 'traiteur'],
  },
  {
    slug: 'gala-des-lumieres',
    kind: 'gala',
    trades: ['maitre-de-ceremonie', 'eclairage', 'orchestre', 'traiteur', 'voiturier'],
  },
  {
    slug: 'noel-a-l-atelier',
    kind: 'christmas_party',
    trades: ['pere-noel', 'magicien', 'traiteur', 'photobooth', 'cadeaux-d-invites'],
  },
  {
    slug: 'inauguration-chantier',
    kind: 'product_launch',
    trades: ['scene-et-structure', 'danse-et-spectacle', 'bar-a-cocktails', 'videaste'],
  },
] as const satisfies readonly Idea[];

export interface Idea {
  slug: string;
  /** The API's word for the kind of event. */
  kind: string;
  /** Slugs of trades, one lot each. */
  trades: readonly string[];
}

export type IdeaSlug = (typeof IDEAS)[number]['slug'];
export type IdeaKind = (typeof IDEAS)[number]['kind'];

export function findIdea(slug: string | null | undefined) {
  return IDEAS.find((idea) => idea.slug === slug);
}
