export default {
  title: 'Se connecter',
  description: 'Retrouvez vos événements, vos offres et vos missions.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  forgotten: 'Mot de passe oublié ?',
  none: 'Pas encore de compte ?',
  register: 'Inscription gratuite',
  notActivated: 'Recevoir un nouveau lien d’activation',
};
