export default {
  directory: {
    crumb: 'Annuaire',
    title: 'Annuaire des prestataires',
    description:
      'Trouvez un prestataire événementiel par métier et par département, avec ses avis.',
    lead: 'Tous les prestataires inscrits, par métier et par département.',
    ranking: 'Comment ce classement est fait',
    search: 'Nom ou mot-clé',
    searchHint: 'Fanfare, vegan, mariage…',
    empty: 'Personne ici pour l’instant',
    emptyText:
      'Essayez un département voisin ou un autre métier. Ou décrivez votre événement : les prestataires concernés viennent à vous.',
    emptyTextProvider: 'Essayez un département voisin, un autre métier ou un autre mot.',
    neighbours: 'Départements voisins',
    post: 'Déposer un appel d’offres',
  },
  vip: 'VIP+',
  new: 'Nouveau sur Estrade',
  newText:
    'Tout le monde commence un jour. Écrivez-lui : décrivez votre événement, posez vos questions, et faites connaissance avant de choisir.',
  sheet: {
    trades: 'Métiers',
    area: 'Zone d’intervention',
    franceWide: 'La France entière',
    map: 'Carte de la zone d’intervention : {{area}}.',
    mapPoint: 'Le prestataire est établi dans ce département : {{home}}.',
    home: 'Département d’attache : {{home}}',
    legalKind: 'Statut',
    kinds: {
      company: 'Société',
      sole_trader: 'Entreprise individuelle',
      cesu: 'Indépendant payé en CESU',
    },
    memberSince: 'Inscrit le',
    loyalty: 'Fidélité',
    loyaltyShare: '{{percent}} % de clients fidèles.',
    loyaltyText:
      'Sur {{count}} clients livrés en douze mois, {{returning}} ont passé au moins deux commandes.',
    website: 'Site internet',
    cesu: 'Rémunération',
    cesuText: 'Payable en chèque emploi service universel (CESU)',
    presentation: 'Présentation',
    noPresentation: 'Ce prestataire ne s’est pas encore présenté.',
    paused:
      'En congé : ses services ne sont pas proposés et il ne reçoit pas d’appels d’offres en ce moment.',
    services: 'Services',
    noServices:
      'Ce prestataire n’a pas encore publié de service : il ne reçoit pas de message pour le moment.',
    servicesPaused: 'Ses services seront de nouveau proposés à son retour.',
    ask: 'Demander une offre',
    write: 'Écrire à ce prestataire',
    edit: 'Modifier ma fiche',
    reviews: 'Avis des clients',
    onlyClients: 'Donnés par des clients, une fois leur mission terminée.',
    noReviews: 'Pas encore d’avis',
    contacts: 'Les coordonnées sont transmises aux deux parties une fois la mission confirmée.',
  },
};
