export default {
  title: 'Documentation de l’API',
  description:
    'Toutes les opérations de l’API d’Estrade : paramètres, réponses et essais en ligne.',
  lead: 'Tout ce que fait ce site passe par cette API ; vos programmes peuvent faire de même. Le contrat est en anglais.',
  contract: 'Contrat OpenAPI',
  key: 'Clé d’API pour les essais',
  keyHint:
    'Elle reste dans cette page et part avec chaque essai. Sans clé, un essai se fait avec votre session si vous êtes connecté.',
  makeKey: 'Créer une clé d’API',
  search: 'Chercher une opération',
  searchHint: 'Une partie de son adresse, ou son thème.',
  real: 'Un essai agit pour de bon : ce qu’il crée ou supprime l’est vraiment.',
  operations: 'Opérations',
};
