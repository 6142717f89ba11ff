export default {
  version: 'Version du {{version}}',
  terms: {
    title: 'Conditions d’utilisation',
    description: 'Les règles du service Estrade pour les porteurs de projet et les prestataires.',
    lead: 'Ce à quoi chacun s’engage. L’inscription enregistre la version que vous acceptez et le moment où vous l’acceptez.',
    sections: [
      {
        title: '1. Le service',
        text: [
          'Estrade met en relation des porteurs de projet, qui publient des appels d’offres pour leurs événements, et des prestataires, qui y répondent. Estrade n’est pas partie aux contrats conclus entre eux, ne fixe aucun prix et ne prend aucune commission sur ces contrats.',
        ],
      },
      {
        title: '2. Les comptes',
        text: [
          'Un compte est soit porteur de projet, soit prestataire, et ne change pas de nature. Une adresse e-mail n’appartient qu’à une seule de ces deux natures. Le pseudo choisi à l’inscription est définitif.',
          'Vous donnez des informations exactes et les tenez à jour. Le compte est actif après ouverture du lien reçu par e-mail. Vous gardez votre mot de passe secret et nous signalez tout usage que vous ne reconnaissez pas.',
        ],
      },
      {
        title: '3. Être prestataire',
        text: [
          'Seul un professionnel peut être prestataire : société, auto-entrepreneur, ou indépendant rémunéré par chèque emploi service universel. Le numéro SIRET est obligatoire, sauf pour ce dernier ; le numéro de TVA intracommunautaire l’est pour les assujettis.',
          'Recevoir les appels d’offres est gratuit. Y répondre demande une [formule](/tarifs) en cours de validité.',
        ],
      },
      {
        title: '4. Appels d’offres et offres',
        text: [
          'Le porteur de projet décrit un besoin réel. Il choisit librement, et peut fermer son appel d’offres si personne ne convient ou si l’événement est annulé, tant qu’aucune mission n’est en cours.',
          'Le prestataire décrit précisément sa prestation et son prix, taxes comprises. Sa confirmation l’engage : l’offre en vigueur à ce moment est figée et vaut accord sur les termes échangés.',
        ],
      },
      {
        title: '5. Coordonnées et messages',
        text: [
          'Les coordonnées ne sont pas affichées avant la confirmation d’une mission. Les messages, ceux de la messagerie comme ceux joints aux offres, servent à préparer l’événement : ni démarchage sans rapport, ni propos injurieux.',
        ],
      },
      {
        title: '6. Avis',
        text: [
          'Un avis porte sur une mission terminée et émane de son client. Il est sincère et mesuré. Le prestataire peut y répondre une fois. Les avis ne sont ni vendus, ni retirés contre paiement.',
        ],
      },
      {
        title: '7. Litiges entre membres',
        text: [
          'Les parties cherchent d’abord un accord. Si elles n’y parviennent pas, l’une d’elles peut nous [écrire](/contact) ; nous relisons l’appel d’offres et l’offre confirmée, et donnons notre avis aux deux. Il ne remplace pas un recours devant les tribunaux.',
        ],
      },
      {
        title: '8. Sanctions et départ',
        text: [
          'En cas de manquement grave, un compte peut être fermé sans préavis ; la raison en est conservée. Vous pouvez demander à tout moment la suppression de votre compte : elle est exécutée sous trente jours et ne peut pas être annulée ensuite.',
        ],
      },
      {
        title: '9. Données personnelles',
        text: [
          'Vos données servent à faire fonctionner le service, et à rien d’autre. Aucun traceur publicitaire, aucune requête vers un tiers depuis votre navigateur. Après une suppression, les contrats attribués sont conservés sous pseudonyme pendant la durée légale, et les avis deviennent anonymes. Des empreintes de l’e-mail, de l’adresse IP et du SIRET, qui ne permettent pas de vous nommer, servent pendant trois ans à reconnaître les suppressions répétées ; celle du pseudo reste, pour que personne ne le reprenne.',
          'Les factures sont conservées entières pendant dix ans, comme la loi l’exige, même après une suppression : elles gardent les noms et adresses qui y figurent, et ne sont lisibles que par leurs deux parties et par nous.',
          'Ce que vous nous écrivez depuis l’[aide](/aide#ecrivez-nous) est effacé un an après notre réponse, ou avec votre compte.',
          'Vos droits d’accès, de rectification et d’effacement s’exercent depuis votre compte ou par la page [contact](/contact).',
        ],
      },
    ],
  },
  charter: {
    title: 'Charte qualité',
    description:
      'Les engagements des prestataires, des porteurs de projet et d’Estrade pour que chaque événement se passe bien.',
    lead: 'Un événement ne se rejoue pas. Voici ce que chacun promet pour qu’il se passe bien.',
    sections: [
      {
        title: 'Le prestataire',
        text: [
          'Je réponds aux appels d’offres que je peux vraiment honorer, avec une offre complète : ce qui est compris, ce qui ne l’est pas, le prix et les taxes.',
          'Je réponds vite, même pour dire non. Je n’augmente pas mon prix une fois confirmé. J’arrive à l’heure, avec le matériel promis, assuré et en règle.',
          'Si quelque chose tourne mal, je préviens tout de suite et je propose une solution.',
        ],
      },
      {
        title: 'Le porteur de projet',
        text: [
          'Je décris mon besoin comme il est, budget et contraintes compris. Je choisis sans faire attendre ceux qui ont pris le temps de me répondre, et je ferme mon appel d’offres quand il n’a plus lieu d’être.',
          'Je ne demande pas de prestation gratuite « pour la visibilité ». Je paie ce qui est dû, dans les délais convenus. Mon avis est honnête.',
        ],
      },
      {
        title: 'Estrade',
        text: [
          'Nous exigeons un numéro SIRET valide, nous n’affichons pas vos coordonnées, nous ne vendons pas les avis. Les critères de [classement](/classement) sont publics.',
          'En cas de litige, une personne vous lit, écoute les deux côtés et répond à chacun.',
        ],
      },
    ],
  },
  ranking: {
    title: 'Critères de classement',
    description: 'Dans quel ordre l’annuaire d’Estrade présente les prestataires, et pourquoi.',
    lead: 'Dans quel ordre les prestataires apparaissent dans l’annuaire. Ces critères sont les seuls, et les mêmes pour tous (article L111-7 du code de la consommation).',
    sections: [
      {
        title: '1. La formule',
        text: ['Les prestataires en formule VIP+ viennent d’abord, puis ceux en formule FREE.'],
      },
      {
        title: '2. Les avis',
        text: [
          'À formule égale, la note moyenne départage. Elle est pondérée par le nombre d’avis : un seul 5 sur 5 ne passe pas devant vingt avis à 4,8. Un prestataire sans avis est placé à la moyenne, pas en dernier.',
        ],
      },
      {
        title: '3. Les réponses',
        text: [
          'À note égale, celui qui répond le plus souvent aux clients qui l’ont choisi passe devant. Décliner compte comme une réponse ; laisser passer le délai, non.',
        ],
      },
      {
        title: '4. Le tirage du jour',
        text: [
          'Ce qui reste à égalité est mélangé chaque jour, de la même façon pour tous les visiteurs. L’ancienneté ne donne aucun avantage.',
        ],
      },
      {
        title: 'Quand vous décrivez un besoin',
        text: [
          'Le même ordre sert à choisir les prestataires à qui nous transmettons un [besoin](/besoins/nouveau), cinq au plus sauf réglage contraire de cette instance. Sont retenus ceux qui ont une fiche publiée et un service en ligne dans le métier demandé, qui se déplacent dans le département, qui ne sont pas en congé, et dont le service commence à un prix qui tient dans le budget maximal, s’il y en a un. Un prestataire qui a bloqué le client n’est pas proposé.',
          'Parmi eux, les premiers de l’ordre ci-dessus sont choisis : le même jour, le même besoin trouve les mêmes. Chaque choix est expliqué au client, qui peut en écarter. Décliner un besoin, ou ne pas y répondre, ne change rien au classement ni aux choix suivants.',
        ],
      },
      {
        title: 'Ce qui ne compte pas',
        text: [
          'Votre historique de navigation, votre appareil, votre adresse, ni aucun paiement en dehors de la formule : aujourd’hui, aucune position n’est en vente.',
        ],
      },
    ],
  },
};
