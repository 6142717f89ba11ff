export default {
  title: 'Aide',
  description:
    'Tout le fonctionnement d’Estrade, pour les porteurs de projet et pour les prestataires : inscription, appels d’offres, choix, missions, avis, litiges, formules.',
  lead: 'Comment tout se passe, de l’inscription au dernier avis. Chaque titre du sommaire a sa propre adresse : vous pouvez la partager.',
  summary: 'Sommaire',
  contact: {
    title: 'Écrivez-nous',
    text: 'Vous ne trouvez pas ? Une personne vous lit et vous répond.',
  },
  useful: {
    question: 'Cet article vous a-t-il été utile ?',
    about: 'Votre avis sur « {{title}} »',
    yes: 'Oui',
    no: 'Non',
    thanks: 'Merci de votre réponse.',
    tell: 'Dites-nous ce qui manque',
  },
  parts: [
    {
      anchor: 'principes',
      title: '0. Les principes',
      chapters: [
        {
          anchor: 'comment-ca-marche',
          title: 'Comment fonctionne Estrade',
          entries: [
            {
              anchor: 'en-bref',
              title: 'En bref',
              text: [
                'Un porteur de projet décrit son événement une seule fois et coche les métiers dont il a besoin. Chaque métier devient un lot. Les prestataires du bon métier, qui travaillent dans le bon département, sont prévenus et répondent avec un message et un prix.',
                'Le porteur de projet compare et choisit un prestataire par lot. Le prestataire confirme : l’offre est alors figée, et chacun reçoit les coordonnées de l’autre. Une fois la prestation réalisée, le porteur de projet termine la mission et laisse un avis.',
              ],
            },
            {
              anchor: 'deux-comptes',
              title: 'Deux sortes de comptes',
              text: [
                'Il existe deux sortes de comptes, et deux seulement : porteur de projet et prestataire. Un compte est l’un ou l’autre, et le reste. Un prestataire qui veut organiser son propre événement ouvre un second compte, avec une autre adresse e-mail.',
              ],
            },
            {
              anchor: 'argent',
              title: 'Ce qu’Estrade fait payer',
              text: [
                'Pour un porteur de projet, tout est gratuit et sans limite. Estrade ne prend aucune commission sur les contrats : le prix et le paiement se décident entre vous.',
                'Les prestataires figurent gratuitement dans l’annuaire et reçoivent gratuitement les appels d’offres. Pour y répondre, ils prennent une [formule payante](/tarifs).',
              ],
            },
            {
              anchor: 'fonds-conserves',
              title: 'Les fonds conservés',
              text: [
                'Une offre personnalisée peut prévoir que le client paie d’avance ; pour un appel d’offres, le client peut le demander en choisissant son prestataire, et paie alors au plus tôt soixante jours avant l’événement. La plateforme garde la somme : elle est versée au prestataire quand le client accepte la livraison, ou sept jours après elle sans réponse de sa part. Si le prestataire ne commence pas, elle est rendue au client. Voir [mes paiements](/paiements).',
                'Le prestataire appuie sur « Démarrer » quand il commence : l’heure est notée et fait foi. Il donne son compte bancaire dans [mes versements](/versements).',
              ],
            },
            {
              anchor: 'prudence',
              title: 'Trois conseils de prudence',
              text: [
                'Ne payez jamais un prestataire en totalité avant la fin de la prestation. Rencontrez-le ou appelez-le avant de vous engager. Mettez la mission par écrit : demandez un devis, paraphez-le et signez-le avec la mention « accepté ».',
              ],
            },
          ],
        },
      ],
    },
    {
      anchor: 'porteur-de-projet',
      title: 'I. Vous organisez un événement',
      chapters: [
        {
          anchor: 'client-inscription',
          title: '1. S’inscrire',
          entries: [
            {
              anchor: 'client-qui',
              title: 'Qui peut s’inscrire ?',
              text: [
                'Les particuliers, les associations, les mairies, les sociétés organisatrices, les départements et les régions. Choisissez « Je souhaite déposer gratuitement des appels d’offres et trouver des professionnels » sur la page d’[inscription](/inscription).',
              ],
            },
            {
              anchor: 'client-activation',
              title: 'Activer son compte',
              text: [
                'Un e-mail de confirmation part dès votre inscription ; il arrive en moins de dix minutes. Ouvrez le lien qu’il contient : votre compte est actif et vous pouvez publier tout de suite. Tant que le lien n’est pas ouvert, le compte reste inactif.',
                'Rien reçu ? Regardez dans les courriers indésirables, puis [écrivez-nous](/contact).',
              ],
            },
            {
              anchor: 'client-pseudo',
              title: 'Le pseudo',
              text: [
                'Vous le choisissez à l’inscription et il ne change plus : c’est ce qui permet à chacun de savoir avec qui il a traité.',
              ],
            },
          ],
        },
        {
          anchor: 'client-deposer',
          title: '2. Déposer un appel d’offres',
          entries: [
            {
              anchor: 'client-creer',
              title: 'Créer un appel d’offres',
              text: [
                'Le bouton « Créer un appel d’offres », en haut du site, ouvre un formulaire en cinq étapes. Vous pouvez vous arrêter et revenir : le brouillon est gardé.',
              ],
            },
            {
              anchor: 'client-que-dire',
              title: 'Que faut-il mentionner ?',
              text: [
                'Le type d’événement, la date, le lieu ou le fait qu’il reste à trouver, le nombre et l’âge des invités, la commune et le département, puis vos souhaits métier par métier : le style du DJ, le genre de buffet, le service à table… Plus vous êtes précis, plus les prix sont justes.',
                'Un texte d’exemple est proposé pour chaque type d’événement. Il s’insère d’un clic et se modifie librement. La page [Inspiration](/inspiration) propose aussi des idées toutes prêtes.',
              ],
            },
            {
              anchor: 'client-besoin',
              title: 'Décrire un besoin à plusieurs prestataires',
              text: [
                'Sans appel d’offres : [décrivez votre besoin](/besoins/nouveau), et nous le transmettons à quelques prestataires qui correspondent par le métier, le département, la disponibilité et le budget. Vous voyez d’abord lesquels et pourquoi, et vous décochez ceux dont vous ne voulez pas.',
                'Chacun vous répond dans votre messagerie, sans savoir à qui d’autre vous avez écrit. « Mes besoins » vous dit où en est chacun. Les [critères](/classement) du choix sont publics.',
              ],
            },
            {
              anchor: 'client-metiers',
              title: 'Plusieurs métiers à la fois',
              text: [
                'Cochez tous les métiers utiles : chacun forme un lot, avec ses propres offres. Vous cherchez deux DJ ? Faites deux lots du même métier.',
              ],
            },
            {
              anchor: 'client-confidentialite',
              title: 'Vos coordonnées restent privées',
              text: [
                'La page publique de l’appel d’offres montre les métiers et le département, jamais votre adresse e-mail ni votre téléphone. Les coordonnées se découvrent des deux côtés une fois le prestataire confirmé.',
              ],
            },
          ],
        },
        {
          anchor: 'client-echanger',
          title: '3. Recevoir les offres et échanger',
          entries: [
            {
              anchor: 'client-offres',
              title: 'Lire les offres',
              text: [
                'Ouvrez votre événement, puis un métier : les prestataires qui ont répondu s’affichent, avec leur prix, leur message et leurs avis. Les offres d’un même lot se comparent côte à côte.',
              ],
            },
            {
              anchor: 'client-messages',
              title: 'Poser une question',
              text: [
                'Une question qui vaut pour tous ? Écrivez-la dans l’appel d’offres, métier par métier : les prestataires y répondent dans leur message public, ou dans un message privé que vous êtes seul à lire. Pour une question à un seul prestataire, écrivez-lui : « Écrire » figure à côté de son offre, et « Écrire à ce prestataire » sur sa fiche.',
                'Un prestataire sans avis n’est pas un mauvais prestataire : il est nouveau. Écrivez-lui avant de décider.',
              ],
            },
            {
              anchor: 'client-messagerie',
              title: 'La messagerie',
              text: [
                'Tout ce que vous échangez avec un prestataire tient dans une seule conversation de la [messagerie](/messagerie) : les messages, ses offres successives, vos choix, la mission. Le chiffre à côté de « Messagerie » compte les conversations où quelque chose vous attend.',
                'La première fois qu’un client lui écrit, le prestataire est prévenu aussitôt par e-mail. Ensuite, un seul e-mail par heure résume ce qui n’a pas été lu. Inutile d’écrire votre téléphone ou votre adresse : les coordonnées sont transmises aux deux parties quand la mission est confirmée.',
              ],
            },
            {
              anchor: 'client-offre-modifiee',
              title: 'Une offre peut changer',
              text: [
                'Le prestataire peut améliorer son offre jusqu’à la confirmation. Chaque modification crée une nouvelle version ; si vous aviez déjà choisi cette offre, votre choix est annulé et vous le refaites sur la nouvelle version.',
              ],
            },
          ],
        },
        {
          anchor: 'client-choisir',
          title: '4. Choisir un prestataire',
          entries: [
            {
              anchor: 'client-choix',
              title: 'Faire son choix',
              text: [
                'Sur la fiche du candidat, « Choisir ce prestataire » le retient pour le lot. Il reçoit un e-mail qui l’invite à confirmer. Un seul prestataire est choisi par lot à la fois.',
              ],
            },
            {
              anchor: 'client-attente',
              title: 'En attente d’attribution',
              text: [
                'Tant que le prestataire n’a pas confirmé, le lot est « en attente d’attribution ». Il a sept jours pour répondre, et un rappel à mi-parcours. S’il décline ou ne répond pas, le lot rouvre aux autres candidats. Vous pouvez aussi revenir sur votre choix avant sa confirmation.',
              ],
            },
            {
              anchor: 'client-confirmation',
              title: 'La confirmation est définitive',
              text: [
                'Quand le prestataire confirme, la version de l’offre en vigueur est figée et rattachée au lot, qui passe « en travail ». Vous êtes prévenus tous les deux.',
              ],
            },
          ],
        },
        {
          anchor: 'client-terminer',
          title: '5. Suivre, terminer, fermer',
          entries: [
            {
              anchor: 'client-suivi',
              title: 'Savoir où l’on en est',
              text: [
                '« Mes événements » montre chaque événement et l’état de chacun de ses lots : ouvert, en attente d’attribution, en travail, réalisé et clôturé.',
              ],
            },
            {
              anchor: 'client-mission-terminee',
              title: '« Mission terminée »',
              text: [
                'Vous seul pouvez terminer une mission, depuis le lot en travail. Le lot passe alors dans « réalisées et clôturées » et votre avis vous est demandé.',
              ],
            },
            {
              anchor: 'client-avis',
              title: 'Donner un avis',
              text: [
                'Une note de 1 à 5 et un commentaire ; si vous le souhaitez, le détail sur les échanges, la relation, la ponctualité et la qualité. Un avis se donne une seule fois par mission terminée. Le prestataire peut y répondre publiquement, une fois.',
              ],
            },
            {
              anchor: 'client-fermer',
              title: 'Fermer un appel d’offres',
              text: [
                'Vous pouvez fermer un appel d’offres si aucun prestataire ne convient ou si l’événement est annulé. Les prestataires concernés sont prévenus ; vous pouvez ajouter un mot. La fermeture n’est pas possible tant qu’un lot est en travail : terminez d’abord ces missions. Un appel d’offres fermé reste dans votre historique.',
              ],
            },
          ],
        },
        {
          anchor: 'client-litige',
          title: '6. En cas de litige',
          entries: [
            {
              anchor: 'client-ouvrir-litige',
              title: 'Parlez-vous d’abord',
              text: [
                'Une mission en travail ne se passe pas comme convenu ? Ses coordonnées sont sur la page de la mission : appelez le prestataire. L’offre confirmée y est conservée telle qu’elle a été acceptée, ligne par ligne ; partez d’elle.',
              ],
            },
            {
              anchor: 'client-regler-litige',
              title: 'Cherchez un accord',
              text: [
                'Restez en dialogue : la plupart des désaccords viennent d’un besoin mal décrit ou d’une réponse trop vague. Écrivez ce que vous décidez ensemble, par exemple un devis corrigé, paraphé et signé avec la mention « accepté ».',
              ],
            },
            {
              anchor: 'client-escalade',
              title: 'Faites appel à nous',
              text: [
                'Pour une commande, ouvrez un litige depuis sa page ; la page d’un lot en travail y mène. Rien ne bouge jusqu’à son issue. Vous vous proposez des issues l’un à l’autre ; sans accord en quatorze jours, ou dès que l’un de vous nous appelle, nous lisons vos échanges et tranchons. Vous retrouvez vos litiges [ici](/litiges).',
                'En cas de manquement grave, nous pouvons fermer un compte sans préavis. Vous gardez toujours la possibilité de saisir un tribunal.',
              ],
            },
          ],
        },
        {
          anchor: 'client-compte',
          title: '7. Gérer son compte',
          entries: [
            {
              anchor: 'client-mot-de-passe',
              title: 'Mot de passe oublié',
              text: [
                '[Mot de passe oublié](/mot-de-passe-oublie) demande votre pseudo puis votre adresse e-mail. Si les deux vont ensemble, vous recevez un lien valable une heure pour choisir un nouveau mot de passe.',
              ],
            },
            {
              anchor: 'client-alertes',
              title: 'Alertes e-mail et notifications',
              text: [
                'Deux cases séparées règlent les e-mails : ceux qui concernent vos événements, et ceux de vos échanges (messages, choix, confirmations, avis). Même décochées, les nouvelles continuent d’arriver dans [Notifications](/notifications) et les messages dans la [messagerie](/messagerie).',
              ],
            },
            {
              anchor: 'client-supprimer',
              title: 'Supprimer son compte',
              text: [
                'Depuis « Mon compte », vous demandez la suppression ; nous l’exécutons sous trente jours. Elle est irréversible : vos données, votre historique et la présence de vos appels d’offres dans les moteurs de recherche sont perdus. Elle n’est pas possible tant qu’un lot est en travail. Les contrats attribués sont gardés sous pseudonyme le temps que la loi impose, et vos avis deviennent anonymes.',
              ],
            },
          ],
        },
      ],
    },
    {
      anchor: 'prestataire',
      title: 'II. Vous êtes prestataire',
      chapters: [
        {
          anchor: 'prestataire-inscription',
          title: '1. S’inscrire',
          entries: [
            {
              anchor: 'prestataire-qui',
              title: 'Qui peut s’inscrire ?',
              text: [
                'Les indépendants et les sociétés qui fournissent des prestations événementielles. Un particulier sans statut ne peut pas s’inscrire comme prestataire ; deux portes de sortie existent : le portage salarial et l’auto-entreprise.',
              ],
            },
            {
              anchor: 'prestataire-obligatoire',
              title: 'Que faut-il obligatoirement indiquer ?',
              text: [
                'Vos coordonnées complètes, votre numéro SIRET (14 chiffres) et votre numéro de TVA intracommunautaire, sauf si vous cochez « Non assujetti à la TVA ».',
                'Une seule exception au SIRET : la case « Je ne suis pas une société (prestation de service, Chèque Emploi Service Universel…) », pour les indépendants payés en CESU. Votre fiche indique alors que vous êtes payable en CESU.',
              ],
            },
            {
              anchor: 'prestataire-metier',
              title: 'Métier et départements',
              text: [
                'Vous choisissez un métier principal et jusqu’à huit départements, ou la France entière. Pensez aux départements voisins : vos clients n’habitent pas tous du même côté de la limite.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-formules',
          title: '2. Choisir une formule',
          entries: [
            {
              anchor: 'prestataire-gratuite',
              title: 'La formule FREE',
              text: [
                'Gratuite, elle vous place dans l’annuaire et dans les moteurs de recherche, et vous fait recevoir les appels d’offres de votre métier et de vos départements. Il faut l’avoir souscrite pour recevoir le premier. Elle ne permet pas de répondre.',
              ],
            },
            {
              anchor: 'prestataire-vip',
              title: 'La formule VIP+',
              text: [
                'Elle dure douze mois et permet de répondre sans limite. Elle ajoute jusqu’à cinq métiers secondaires, 24 photos, des réalisations et des liens vers vos réseaux sociaux, votre point d’attache sur la carte de votre fiche, et un lien vers votre site que suivent les moteurs de recherche. Voir la [comparaison des formules](/tarifs).',
                'Elle s’achète depuis [votre abonnement](/compte/abonnement), et ne se renouvelle pas d’elle-même. Achetée avant sa fin, elle est prolongée d’autant.',
              ],
            },
            {
              anchor: 'prestataire-fin-formule',
              title: 'À la fin des douze mois',
              text: [
                'Si vous ne renouvelez pas, vous revenez à FREE : vos offres en cours restent, les nouvelles réponses ne sont plus possibles. Renouvelée avant son terme, la formule se prolonge à partir de ce terme : aucun jour n’est perdu.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-recevoir',
          title: '3. Recevoir les appels d’offres',
          entries: [
            {
              anchor: 'prestataire-offres-potentielles',
              title: 'Les offres potentielles',
              text: [
                '« Offres potentielles », en haut du site, liste tous les appels d’offres ouverts qui correspondent à votre métier et à vos départements. Chacun vous est aussi envoyé par e-mail, en FREE comme en VIP+.',
              ],
            },
            {
              anchor: 'prestataire-masquer',
              title: 'Rendre une offre invisible',
              text: [
                'Un appel d’offres ne vous intéresse pas ? « Rendre cette offre invisible » l’enlève de votre liste, et de la vôtre seulement.',
              ],
            },
            {
              anchor: 'prestataire-alertes',
              title: 'Régler les alertes',
              text: [
                'Dans « Mon compte », deux cases : les e-mails d’événements et les e-mails privés. Attention, sans la première, plus aucun appel d’offres n’arrive par e-mail ; la liste et les notifications, elles, restent à jour.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-repondre',
          title: '4. Répondre et négocier',
          entries: [
            {
              anchor: 'prestataire-reponse',
              title: 'Une bonne réponse',
              text: [
                'Une réponse contient un message public obligatoire, un message privé si vous le souhaitez, et une offre chiffrée. Détaillez le contenu de la prestation aussi précisément que possible, soyez compétitif, et soignez vos avis : ils comptent autant que le prix.',
              ],
            },
            {
              anchor: 'prestataire-qui-voit',
              title: 'Qui voit quoi ?',
              text: [
                'Votre prix n’est visible que du client. Votre message public est lu par le client et par les autres candidats du même lot, sans prix ni coordonnées. N’y écrivez pas vos coordonnées : elles sont transmises des deux côtés quand la mission est confirmée.',
              ],
            },
            {
              anchor: 'prestataire-messagerie',
              title: 'Parler avec un client',
              text: [
                'Votre candidature ouvre une conversation avec le client dans la [messagerie](/messagerie) ; un client peut aussi vous écrire le premier, depuis votre fiche. Vous y retrouvez vos offres, leurs versions et les choix du client, dans l’ordre. C’est au client de commencer : un prestataire ne démarche pas.',
                'Le premier message d’un client vous est annoncé aussitôt par e-mail, les suivants une fois par heure s’ils ne sont pas lus. Répondez vite : c’est souvent ce qui décide.',
              ],
            },
            {
              anchor: 'prestataire-modifier',
              title: 'Modifier son offre',
              text: [
                'Vous pouvez changer votre offre aussi souvent que vous le voulez tant que le lot n’est pas en travail. Si le client vous avait déjà choisi, une modification annule son choix et le lui redemande. Si le client modifie son appel d’offres, confirmez ou revoyez votre offre.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-choisi',
          title: '5. Être choisi et réaliser',
          entries: [
            {
              anchor: 'prestataire-confirmer',
              title: 'Confirmer ou décliner',
              text: [
                'Choisi, vous recevez un e-mail. Vous avez sept jours pour confirmer ; un rappel part à mi-parcours. Passé ce délai, ou si vous déclinez, le lot rouvre aux autres. La confirmation est définitive et fige votre offre.',
              ],
            },
            {
              anchor: 'prestataire-realiser',
              title: 'Pendant la mission',
              text: [
                'Les coordonnées de chacun apparaissent. Faites signer un devis, précisez les horaires, l’accès, l’installation. C’est le client qui termine la mission, par « Mission terminée ».',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-avis-litiges',
          title: '6. Avis et litiges',
          entries: [
            {
              anchor: 'prestataire-avis',
              title: 'Vos avis',
              text: [
                'Votre fiche montre votre moyenne sur 5 et les commentaires. Seul le client d’une mission terminée peut donner un avis, une fois. Vous pouvez répondre publiquement à chacun. Sans avis, vous êtes présenté comme nouveau, et les clients sont invités à vous écrire.',
              ],
            },
            {
              anchor: 'prestataire-litige',
              title: 'Un désaccord',
              text: [
                'Appelez d’abord le client : ses coordonnées sont sur la page de la mission, avec l’offre telle qu’il l’a acceptée. Si vous ne trouvez pas d’accord, les règles sont les mêmes pour les deux : [voir le chapitre des litiges](/aide#client-litige).',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-visibilite',
          title: '7. Être plus visible, gérer son compte',
          entries: [
            {
              anchor: 'prestataire-annuaire',
              title: 'L’annuaire et son classement',
              text: [
                'Tous les prestataires FREE et VIP+ sont dans l’[annuaire](/annuaire). Les critères de l’ordre d’affichage sont [publics](/classement).',
              ],
            },
            {
              anchor: 'prestataire-positions',
              title: 'Services PLUS+ : une position dans l’annuaire',
              text: [
                'Ce service n’est pas encore ouvert. Il proposera, en option et à part de la formule, une position de 1 à 10 pour un métier et un département. Aujourd’hui aucune position n’est en vente : seuls comptent les [critères publiés](/classement).',
              ],
            },
            {
              anchor: 'prestataire-campagnes',
              title: 'Services PLUS+ : une campagne publicitaire',
              text: [
                'Une campagne affiche votre bannière sur l’une des cinq pages les plus vues (l’accueil, l’annuaire, la liste des appels d’offres, la page d’un appel d’offres, la fiche d’un prestataire), aux visiteurs d’un département, pendant 15, 30, 60 ou 120 jours. Les formules FREE et VIP+ y ont droit.',
                'Créez-la depuis [Mes abonnements](/compte/abonnement) : un titre, le lien en https vers votre site, la page et le département, la durée et le premier jour, le format et l’image de la bannière (728 × 90 ou 300 × 250 pixels). Le prix s’affiche avant que vous ne validiez ; avec VIP+, la remise de 30 % est déduite d’elle-même et figure sur la facture.',
                '« Créer la campagne » mène au paiement. Payée, la campagne ne change plus : elle s’affiche d’elle-même du premier au dernier jour compris, à l’heure de Paris. Un paiement refusé ne perd rien : la campagne vous attend dans [Mes campagnes](/compte/campagnes), où elle se modifie et se supprime tant qu’elle n’est pas payée. Payée en retard, elle commence le jour du paiement.',
                'Le département est celui dont parle la page ; à défaut, celui que la personne connectée a déclaré. Personne n’est localisé ni suivi : seuls les affichages et les clics sont comptés, et vous les lisez sur la page de la campagne. Si plusieurs campagnes visent la même page et le même département, elles s’affichent chacune leur tour. L’opérateur peut arrêter une campagne trompeuse, en disant pourquoi ; rien n’est alors remboursé automatiquement.',
              ],
            },
            {
              anchor: 'prestataire-compte',
              title: 'Profil, équipe, suppression',
              text: [
                'La fiche publique, ses [photos et réalisations](/compte/vitrine) et le profil se modifient à tout moment, sauf le pseudo. Plusieurs personnes peuvent travailler dans le même compte : invitez-les depuis [Mon équipe](/compte/equipe). La suppression du compte suit les mêmes règles que pour un client : [voir ce chapitre](/aide#client-supprimer).',
              ],
            },
          ],
        },
      ],
    },
  ],
};
