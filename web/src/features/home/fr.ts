export default {
  documentTitle: 'Estrade, l’appel d’offres de vos événements',
  description:
    'Mariage, séminaire, fête de village : décrivez votre événement une fois et recevez des offres chiffrées de prestataires, métier par métier. Gratuit, sans commission.',
  hero: {
    first: 'Décrivez la fête.',
    second: 'La troupe vient à vous.',
    lead: 'Un seul appel d’offres pour le traiteur, le DJ, la salle, le photographe et tous les autres. Les prestataires de votre département vous répondent avec un prix ; vous comparez et vous choisissez.',
    client: 'Déposer un appel d’offres',
    provider: 'Je suis prestataire',
    potential: 'Voir les offres potentielles',
    free: 'Gratuit et illimité',
    commission: 'Aucune commission',
    phone: 'Votre téléphone n’est jamais affiché',
  },
  billing: {
    title: 'À l’affiche en ce moment',
    lead: 'Les derniers appels d’offres publiés. Les coordonnées restent cachées.',
    all: 'Tous les appels d’offres',
    guests_one: '{{count}} invité',
    guests_other: '{{count}} invités',
    trades: 'Métiers recherchés',
  },
  troupe: {
    title: 'Ils montent sur scène',
    lead: 'Traiteurs, DJ, fanfares, fleuristes : chacun a sa fiche, sa zone et les avis de ses clients.',
    all: 'Tout l’annuaire',
    new: 'Nouveau sur Estrade',
  },
  trades: {
    title: 'Qui manque à l’affiche ?',
    lead: 'Choisissez un métier pour voir les prestataires, leurs avis et leurs départements.',
    all: 'Voir tout l’annuaire',
  },
  steps: {
    title: 'En quatre actes',
    act: 'Acte {{number}}',
    describe: {
      title: 'Vous décrivez',
      text: 'La date, le lieu, les invités, l’ambiance voulue. Vous cochez les métiers dont vous avez besoin ; un texte d’exemple vous aide à démarrer.',
    },
    answer: {
      title: 'Ils répondent',
      text: 'Chaque prestataire du bon métier et du bon département est prévenu. Il vous présente son offre et son prix ; vos coordonnées restent cachées.',
    },
    choose: {
      title: 'Vous choisissez',
      text: 'Les offres d’un même métier se lisent côte à côte, avec les avis. Chacun peut encore ajuster la sienne ; vous retenez celle qui vous convient.',
    },
    play: {
      title: 'Le rideau se lève',
      text: 'Le prestataire confirme, l’offre est figée. Le jour venu tout se joue ; après, vous terminez la mission et laissez un avis.',
    },
  },
  programme: {
    example: 'Exemple',
    title: 'Mariage de Camille et Noé',
    place: '12 juin 2027, pays de Caux, 120 invités',
    lots: {
      caterer: 'Traiteur',
      dj: 'DJ',
      photographer: 'Photographe',
      decorator: 'Décoration florale',
    },
    offers_one: '{{count}} offre reçue',
    offers_other: '{{count}} offres reçues',
    states: {
      inWork: 'En travail',
      choose: 'À vous de choisir',
      awaiting: 'Attend sa confirmation',
      open: 'Ouvert',
    },
  },
  sides: {
    title: 'Côté jardin, côté cour',
    client: {
      side: 'Côté jardin',
      title: 'Vous organisez',
      points: {
        free: 'Tout est gratuit, sans limite d’appels d’offres et sans commission sur vos contrats.',
        match:
          'La mise en relation se fait toute seule : seuls les bons métiers, dans votre département, reçoivent votre demande.',
        search: 'Vous pouvez aussi chercher vous-même, par métier et par département.',
        reviews: 'Les avis viennent de clients dont la mission est terminée, jamais d’ailleurs.',
        messages:
          'Vous posez vos questions aux prestataires dans la messagerie : personne ne vous dérange au téléphone.',
        progress: 'D’un coup d’œil, vous savez où en est chaque métier.',
      },
      action: 'Créer mon compte gratuit',
    },
    provider: {
      side: 'Côté cour',
      title: 'Vous êtes prestataire',
      points: {
        mail: 'Les appels d’offres de votre métier et de vos départements arrivent par e-mail.',
        area: 'Jusqu’à huit départements, ou la France entière.',
        directory:
          'Votre fiche figure dans l’annuaire et dans les moteurs de recherche dès la formule gratuite.',
        answer:
          'Avec la formule VIP+, vous répondez sans limite pendant douze mois, et vous fixez vos prix librement.',
        reviews: 'Vos avis vous suivent et parlent pour vous.',
        plus: 'Services PLUS+, en option à part de la formule : une campagne publicitaire et, bientôt, la première place de l’annuaire.',
      },
      action: 'Voir les formules',
    },
  },
  end: {
    title: 'La salle est encore vide.',
    text: 'Il suffit d’une date et d’une envie. Pour le reste, nous avons quelques idées.',
    action: 'Trouver une idée',
  },
};
