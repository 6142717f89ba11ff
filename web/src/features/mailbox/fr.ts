export default {
  title: 'Boîte de démonstration',
  description: 'Les e-mails que cette instance aurait envoyés.',
  lead: 'Ici, rien ne part : chaque e-mail se lit sur cette page, quel que soit son destinataire.',
  recipient: 'Destinataire',
  empty: 'Aucun e-mail',
  emptyText: 'Inscrivez-vous ou publiez un appel d’offres : les messages arrivent ici.',
  back: 'Tous les e-mails',
  to: 'À {{recipient}}',
  closed: 'Pas de boîte ici',
  closedText: 'Cette instance envoie de vrais e-mails : regardez votre messagerie.',
};
