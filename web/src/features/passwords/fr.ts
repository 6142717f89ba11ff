export default {
  forgotten: {
    title: 'Mot de passe oublié',
    description: 'Recevez un lien pour choisir un nouveau mot de passe.',
    lead: 'Donnez le pseudo et l’adresse e-mail de votre compte : s’ils vont ensemble, un lien arrive dans votre boîte.',
    handle: 'Pseudo',
    email: 'Adresse e-mail',
    submit: 'Recevoir le lien',
    back: 'Revenir à la connexion',
    sentTitle: 'Regardez votre boîte aux lettres',
    sent: 'Si ce pseudo et cette adresse vont ensemble, un lien vient de partir. Il sert une fois, pendant une heure.',
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    password: 'Nouveau mot de passe',
    hint: 'Au moins 10 caractères. Vos autres sessions seront fermées et vos clés d’API révoquées.',
    submit: 'Enregistrer le mot de passe',
    done: 'Votre mot de passe est changé. Connectez-vous.',
    again: 'Demander un nouveau lien',
  },
};
