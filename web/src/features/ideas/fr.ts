export default {
  title: 'Trouver une idée',
  description:
    'Mariage, fête de village, séminaire, anniversaire : des idées d’événements prêtes à devenir un appel d’offres.',
  lead: 'Douze façons de sortir de l’ordinaire. Chacune remplit pour vous un appel d’offres : le texte, les métiers, et vous changez ce que vous voulez.',
  filter: 'Type d’événement',
  all: 'Tout',
  use: 'Partir de cette idée',
  useNamed: 'Partir de cette idée : {{title}}',
  own: {
    title: 'Vous avez déjà la vôtre ?',
    text: 'Partez d’une page blanche : un texte d’exemple vous attend pour chaque type d’événement.',
    action: 'Décrire mon événement',
  },
  kinds: {
    wedding: 'Mariage',
    town_fete: 'Fête communale',
    birthday: 'Anniversaire',
    school_fete: 'École, association',
    seminar: 'Séminaire',
    conference: 'Conférence',
    gala: 'Gala',
    christmas_party: 'Arbre de Noël',
    product_launch: 'Inauguration',
  },
  items: {
    guinguette: {
      title: 'La guinguette au bord de l’eau',
      pitch: 'Des lampions, de longues tables, un accordéon qui passe du musette au rock.',
      text: 'Nous nous marions et rêvons d’une guinguette en plein air : de grandes tables sous une tente ouverte, des guirlandes et des lampions, une cuisine simple à partager (planches, grillades, salades) et un bar à cocktails servi dans une ambiance de fête populaire. Un groupe jouerait en direct, du musette à la pop, pour faire danser toutes les générations. Nous cherchons des idées pour le repli en cas de pluie. Merci de détailler ce qui est compris dans votre prestation et votre prix.',
    },
    verger: {
      title: 'Oui, sous les pommiers',
      pitch: 'Une cérémonie laïque dans un verger, un quatuor, et le repas qui arrive en camion.',
      text: 'Nous souhaitons une cérémonie laïque dans un verger, avec un officiant qui prendra le temps de nous connaître, un quatuor à cordes pour l’entrée et la sortie, et une arche fleurie de saison. Le repas serait servi par un ou deux food trucks, sans plan de table. Un photographe suivrait la journée, des préparatifs au coucher du soleil. Merci de préciser vos besoins (électricité, eau, accès au terrain) et votre prix.',
    },
    'cinema-plein-air': {
      title: 'Le cinéma sous les étoiles',
      pitch: 'Un écran géant sur la place, des transats, et le film commence à la nuit tombée.',
      text: 'Notre commune organise une séance de cinéma en plein air, gratuite et ouverte à tous. Nous cherchons un écran gonflable ou sur structure, un projecteur adapté à la nuit d’été et une sonorisation qui respecte le voisinage, ainsi que deux ou trois food trucks dès la fin d’après-midi. Un poste de secours sera nécessaire. Merci de préciser la jauge conseillée, les droits de projection compris ou non, et votre prix.',
    },
    'bal-des-voisins': {
      title: 'Le grand bal des voisins',
      pitch: 'Une heure pour apprendre les pas, le reste de la nuit pour les oublier.',
      text: 'Nous voulons un bal de quartier où tout le monde ose danser : une initiation d’une heure (rock, valse, danses collectives), puis un orchestre jusqu’à minuit. Il faudra des tables, des bancs et un parquet, ainsi qu’une buvette avec des boissons locales. Le public est familial, de 5 à 90 ans. Merci de détailler le matériel que vous apportez et votre prix.',
    },
    'fanfare-au-reveil': {
      title: 'La fanfare au réveil',
      pitch: 'Dix cuivres sous la fenêtre à onze heures, puis un déjeuner qui n’en finit pas.',
      text: 'Pour un anniversaire surprise, nous aimerions qu’une fanfare arrive sous les fenêtres en fin de matinée, joue une demi-heure et reste pour l’apéritif. Un chef cuisinerait ensuite à la maison pour une trentaine de personnes, et un gâteau spectaculaire clôturerait le repas. Un photographe discret garderait la trace de la surprise. Merci de nous proposer une durée, un répertoire ou un menu, et votre prix.',
    },
    'cabaret-au-salon': {
      title: 'Un cabaret dans le salon',
      pitch: 'Trois numéros, un bar, et personne ne sait qui passe ensuite.',
      text: 'Nous transformons notre salon en petit cabaret le temps d’un anniversaire : un magicien de table en table, un humoriste pour un passage d’une vingtaine de minutes, un caricaturiste qui dessine les invités, et un barman qui tient le comptoir toute la soirée. Nous serons une quarantaine d’adultes. Merci de préciser l’espace dont vous avez besoin et votre prix.',
    },
    'cirque-des-enfants': {
      title: 'Le cirque, c’est eux',
      pitch: 'Le matin on apprend à jongler, l’après-midi on est la vedette.',
      text: 'L’école organise sa fête de fin d’année sur le thème du cirque. Nous cherchons des artistes pour animer des ateliers le matin (jonglage, équilibre, clown), puis un spectacle auquel les enfants participent l’après-midi, ainsi qu’un atelier maquillage, une structure gonflable et un stand de glaces. Environ 150 enfants de 3 à 11 ans. Merci de préciser votre assurance, l’encadrement nécessaire et votre prix.',
    },
    'seminaire-vert': {
      title: 'Le séminaire au vert',
      pitch: 'Une grande maison, une cuisine ouverte, et pas une seule présentation projetée.',
      text: 'Notre équipe part deux jours à la campagne pour travailler autrement. Nous cherchons une maison avec une salle de travail et des chambres sur place, une activité de cohésion en extérieur, un chef qui cuisine avec nous le premier soir, et une navette depuis la gare. Nous sommes une vingtaine. Merci de préciser ce qui est compris par personne et votre prix.',
    },
    'conference-dessinee': {
      title: 'La conférence dessinée',
      pitch: 'Pendant que l’oratrice parle, le mur se couvre de dessins.',
      text: 'Nous organisons une conférence ouverte au public, suivie d’un échange. Nous cherchons un conférencier ou une conférencière, un illustrateur qui dessine en direct sur grand écran ou sur fresque, une captation avec diffusion en ligne, et un cocktail pour clore la soirée. Environ 200 personnes sur place. Merci de proposer un thème ou des références, et votre prix.',
    },
    'gala-des-lumieres': {
      title: 'Le gala des lumières',
      pitch: 'La salle entre dans le noir ; chaque prix allume une lampe de plus.',
      text: 'Notre association tient sa remise de prix annuelle et souhaite une mise en scène par la lumière : la salle s’éclaire peu à peu, à chaque lauréat. Nous cherchons un maître de cérémonie, un éclairagiste, un orchestre de jazz, un traiteur pour un dîner assis et un service de voiturier. Environ 250 convives. Merci de décrire votre proposition et votre prix.',
    },
    'noel-a-l-atelier': {
      title: 'Noël à l’atelier',
      pitch: 'Les enfants fabriquent les cadeaux, le Père Noël n’a plus qu’à les distribuer.',
      text: 'Pour l’arbre de Noël de notre entreprise, nous imaginons un atelier où les enfants fabriquent un cadeau avec leurs parents, un magicien, un goûter, un photobooth et l’arrivée du Père Noël. Environ 80 enfants et leurs familles, un samedi après-midi de décembre. Merci de détailler le déroulé que vous proposez et votre prix.',
    },
    'inauguration-chantier': {
      title: 'Inaugurer avant la fin du chantier',
      pitch:
        'Des casques pour les invités, une scène sur l’échafaudage, et le bâtiment en vedette.',
      text: 'Nous voulons inaugurer notre bâtiment pendant qu’il est encore en chantier : une scène légère, un spectacle de danse qui joue avec l’architecture, un bar à cocktails et une vidéo courte à diffuser ensuite. Environ 120 invités, de fin d’après-midi à la nuit. Merci de préciser vos contraintes techniques et de sécurité, et votre prix.',
    },
  },
};
