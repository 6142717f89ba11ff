// What people wrote to the operator, in French words.
export const contactStates = {
  open: 'À traiter',
  answered: 'Réponse envoyée',
  dismissed: 'Classés sans réponse',
};

export const contactState = {
  open: 'À traiter',
  answered: 'Réponse envoyée',
  dismissed: 'Classé sans réponse',
};

export const contactTopics = {
  usage: 'Utiliser le site',
  payment: 'Commande ou paiement',
  dispute: 'Litige',
  account: 'Compte et données',
  other: 'Autre chose',
};

export const messages = {
  title: 'Messages',
  lead: 'Ce que visiteurs et membres écrivent depuis l’aide. Un message traité est effacé au bout d’un an.',
  tabs: 'Messages à afficher',
  sent: 'reçu le',
  ended: { answered: 'réponse le', dismissed: 'classé le' },
  none: {
    open: 'Aucun message n’attend',
    answered: 'Aucune réponse n’a encore été envoyée',
    dismissed: 'Aucun message n’a été classé',
  },
  noneText: 'Ce qui est écrit depuis l’aide ou la page « Nous écrire » arrive ici.',
  text: 'Message',
  sender: 'Expéditeur',
  name: 'Nom',
  email: 'E-mail',
  account: 'Compte',
  noAccount: 'Sans compte : l’adresse n’est pas vérifiée.',
  language: 'Langue',
  languages: { fr: 'Français', en: 'Anglais' },
  answer: 'Répondre',
  answerLabel: 'Votre réponse',
  answerHint: {
    fr: 'Le salut est ajouté pour vous, et le message cité à la suite.',
    en: 'À écrire en anglais. Le salut est ajouté pour vous, et le message cité à la suite.',
  },
  missing: 'Écrivez votre réponse.',
  submit: 'Envoyer la réponse',
  notSent: 'La réponse n’est pas partie',
  note: 'Part aussitôt par e-mail à {{email}}. Une seule réponse est possible.',
  answered: 'La réponse part à {{email}}.',
  endedTitle: { answered: 'Réponse envoyée', dismissed: 'Classé sans réponse' },
  by: 'Par {{name}}, le',
  dismiss: 'Classer sans réponse',
  dismissQuestion: 'Classer ce message sans réponse ?',
  dismissQuiet: 'La personne qui l’a écrit n’en est pas avertie.',
  dismissFinal: 'Il n’est plus possible d’y répondre ensuite.',
  dismissed: 'Le message est classé.',
};
