// Work by the hour, in French: its sheets, what is done with them, and how it ends.
export const contest = {
  button: 'Contester',
  title: 'Contester la feuille {{number}}',
  message: 'Ce qui n’est pas juste',
  hint: 'Quel jour, et combien d’heures selon vous.',
  submit: 'Contester la feuille',
  note: '{{name}} corrige ses heures et vous renvoie la feuille. Vous pouvez contester autant que nécessaire.',
  done: 'La feuille est contestée : {{name}} est averti.',
};

export const approve = {
  button: 'Approuver',
  title: 'Approuver la feuille {{number}} ?',
  price: 'Vous approuvez {{duration}} de travail de {{name}}, pour',
  next: 'La feuille suivante s’ouvre aussitôt.',
  nextIsLast: 'La feuille suivante, la dernière, vous est envoyée aussitôt.',
  completes: 'C’est la dernière feuille : la mission est terminée.',
  final: 'Ces heures ne changent plus ensuite.',
  done: 'La feuille est approuvée.',
};

export const stopHours = {
  button: 'Arrêter la mission',
  title: 'Arrêter cette mission ?',
  noMore: 'Aucune autre feuille ne s’ouvre.',
  client: {
    started: 'La feuille en cours ({{duration}}) vous est envoyée : il vous reste à l’examiner.',
    delivered: 'Les heures déjà notées restent à examiner.',
    revision_requested: '{{name}} corrige d’abord la feuille que vous contestez.',
  },
  provider: {
    started: 'La feuille en cours ({{duration}}) part chez {{name}}, qui l’examine.',
    delivered: '{{name}} examine les heures que vous avez déjà notées.',
    revision_requested: 'Vous corrigez d’abord la feuille qui est contestée.',
  },
  empty: 'Tout ce qui est noté est approuvé : la mission est terminée.',
  told: '{{name}} en est averti.',
  final: 'Reprendre demanderait une nouvelle offre.',
  done: 'La mission est arrêtée.',
};

export const weekly = {
  button: 'Changer la limite par semaine',
  title: 'La limite par semaine',
  label: 'Heures par semaine, au plus',
  hint: 'Laissez vide pour ne pas limiter.',
  note: 'Plus d’heures : c’est permis aussitôt. Moins d’heures : à partir de lundi prochain, la semaine en cours restant comme convenu.',
  submit: 'Enregistrer la limite',
  done: 'La limite est changée.',
  doneLater: 'La limite change à partir du {{day}}.',
  coming: '{{hours}} h à partir du {{day}}',
};

export const timesheet = {
  title: 'Heures',
  week: 'Cette semaine',
  all: 'En tout',
  of: 'sur {{hours}} h',
  about: 'sur {{hours}} h environ',
  rate: 'Taux horaire',
  net: 'HT',
  vat: 'TVA {{rate}}',
  none: 'Aucune heure notée',
  noneClient: 'Les heures que {{name}} notera apparaîtront ici, jour par jour.',
  noneProvider: 'Notez vos premières heures : elles s’additionnent sur la feuille 1.',
  noneText: 'Rien n’a été noté sur cette mission.',
  empty: 'Aucune heure sur cette feuille pour le moment.',
  ahead: 'En préparation',
  list: 'Heures de la feuille {{number}}',
  removeNamed: 'Retirer {{duration}} du {{day}} : {{what}}',
  removed: '{{duration}} retirées de la feuille.',
};

export const log = {
  title: 'Noter des heures',
  onNext:
    '{{name}} examine la feuille {{sent}} : vos nouvelles heures vont sur la feuille {{open}}.',
  day: 'Jour',
  duration: 'Durée',
  hours: 'Heures',
  minutes: 'Minutes',
  what: 'Ce qui a été fait',
  submit: 'Noter ces heures',
  done: '{{duration}} notées sur la feuille {{sheet}}.',
};
