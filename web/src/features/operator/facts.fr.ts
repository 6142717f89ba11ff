// The log in words. `kinds` names a kind of fact in the filter; `sentences` tells one. In a sentence
// <provider/>, <client/>, <organization/>, <tender/> and <bar/> are links to what is meant.
export const kinds = {
  account: {
    registered: 'Inscription',
    activation_requested: 'Lien d’activation redemandé',
    activation_missed: 'Lien d’activation redemandé, sans objet',
    registration_repeated: 'Inscription avec une adresse connue',
    activated: 'Compte activé',
    password_reset_requested: 'Mot de passe oublié',
    password_reset_missed: 'Mot de passe oublié, sans compte',
    password_changed: 'Mot de passe changé',
    closed: 'Compte fermé',
  },
  organization: {
    closed: 'Organisation fermée',
    updated: 'Fiche modifiée',
    plan_granted: 'Formule ouverte',
    plan_lapsed: 'Formule échue',
  },
  member: {
    invited: 'Membre invité',
    joined: 'Membre arrivé',
    role_changed: 'Rôle changé',
    removed: 'Membre parti',
  },
  deletion: {
    requested: 'Suppression demandée',
    withdrawn: 'Suppression retirée',
    carried_out: 'Suppression effectuée',
  },
  operator: { named: 'Opérateur nommé' },
  bar: { added: 'Identifiant interdit', removed: 'Interdiction levée' },
  session: { compromised: 'Session compromise' },
  api_key: { created: 'Clé d’API créée', revoked: 'Clé d’API révoquée' },
  tender: {
    published: 'Appel d’offres publié',
    revised: 'Appel d’offres modifié',
    closed: 'Appel d’offres clos',
    past: 'Événement passé',
    lapsed: 'Lots sans prestataire clos',
    missions_overdue: 'Missions à terminer rappelées',
  },
  offer: {
    sent: 'Offre envoyée',
    revised: 'Offre modifiée',
    reconfirmed: 'Offre maintenue',
    withdrawn: 'Offre retirée',
    expired: 'Offre expirée',
    ended: 'Offre terminée',
  },
  lot: {
    chosen: 'Prestataire choisi',
    choice_reminded: 'Rappel de confirmation',
    choice_withdrawn: 'Choix retiré',
    choice_expired: 'Choix expiré',
    choice_cancelled: 'Choix annulé',
    declined: 'Choix décliné',
    confirmed: 'Mission confirmée',
    completed: 'Mission terminée',
    ended: 'Mission close par l’opérateur',
  },
  review: { published: 'Avis publié', answered: 'Réponse à un avis' },
  conversation: { opened: 'Conversation ouverte' },
  message: { sent: 'Message envoyé', unread: 'Résumé des non lus' },
};

export const sentences = {
  account: {
    registered: 'Nouvelle inscription : <organization/>.',
    activation_requested: 'Un nouveau lien d’activation a été demandé.',
    activation_missed: 'Un lien d’activation a été redemandé avec une adresse qui n’en attend pas.',
    registration_repeated: 'Une inscription a été tentée avec l’adresse d’un compte existant.',
    activated: 'L’adresse e-mail de <organization/> a été confirmée : le compte est actif.',
    password_reset_requested: 'Un lien pour changer de mot de passe a été demandé.',
    password_reset_missed:
      'Un lien pour changer de mot de passe a été demandé avec un pseudo et une adresse qui ne vont pas ensemble.',
    password_changed: 'Un mot de passe a été changé.',
    closed: 'Un compte de <organization/> a été fermé.',
  },
  organization: {
    closed: 'L’organisation <organization/> a été fermée.',
    updated: 'La fiche de <organization/> a été modifiée.',
    corrected: 'La fiche de <organization/> a été corrigée par l’opérateur.',
    plan_granted: 'La formule {{plan}} est ouverte à <organization/>.',
    plan_granted_until: 'La formule {{plan}} est ouverte à <organization/> jusqu’au {{until}}.',
    plan_lapsed: 'La formule VIP+ de <organization/> a pris fin.',
  },
  member: {
    invited: 'Une personne a été invitée à rejoindre <organization/>.',
    joined: 'Une personne a rejoint <organization/>.',
    role_changed: 'Dans <organization/>, une personne a reçu le rôle « {{role}} ».',
    removed: 'Une personne ne fait plus partie de <organization/>.',
  },
  deletion: {
    requested: '<organization/> a demandé sa suppression.',
    withdrawn: '<organization/> a retiré sa demande de suppression.',
    carried_out: 'Les données d’une organisation ont été effacées : <organization/>.',
  },
  operator: {
    named: 'Un accès d’opérateur a été donné depuis le serveur.',
  },
  bar: {
    added: 'Un identifiant a été interdit : <bar/>.',
    removed: 'Une interdiction a été levée.',
  },
  session: { compromised: 'Une session a été fermée : son jeton a servi deux fois.' },
  api_key: { created: 'Une clé d’API a été créée.', revoked: 'Une clé d’API a été révoquée.' },
  tender: {
    published: '<client/> a publié <tender/>.',
    revised: '<client/> a modifié <tender/>.',
    closed: '<tender/>, de <client/>, est clos : {{reason}}.',
    past: 'La date de <tender/>, de <client/>, est passée.',
    lapsed: 'Les lots sans prestataire de <tender/>, de <client/>, sont clos.',
    missions_overdue:
      '<client/> a reçu un rappel : des missions de <tender/> sont encore en travail.',
  },
  offer: {
    sent: '<provider/> a candidaté à <tender/>.',
    revised: '<provider/> a modifié son offre pour <tender/> (version {{number}}).',
    reconfirmed: '<provider/> maintient son offre pour <tender/>.',
    withdrawn: '<provider/> a retiré son offre pour <tender/>.',
    expired: 'L’offre de <provider/> pour <tender/> a expiré.',
    ended: 'L’offre de <provider/> pour <tender/> a pris fin : {{reason}}.',
  },
  lot: {
    chosen: '<client/> a choisi <provider/> pour <tender/>.',
    choice_reminded: '<provider/> a reçu un rappel : son choix pour <tender/> est à confirmer.',
    choice_withdrawn: '<client/> a retiré son choix de <provider/> pour <tender/>.',
    choice_expired: '<provider/> n’a pas confirmé à temps pour <tender/>.',
    choice_cancelled: 'Le choix de <provider/> pour <tender/> est annulé : {{reason}}.',
    declined: '<provider/> a décliné <tender/>.',
    confirmed: '<provider/> a confirmé sa mission pour <tender/>.',
    completed: '<client/> a terminé la mission de <provider/> pour <tender/>.',
    ended: 'La mission de <provider/> pour <tender/>, de <client/>, a été close.',
  },
  review: {
    published: '<client/> a publié un avis sur <provider/>.',
    answered: '<provider/> a répondu à l’avis de <client/>.',
  },
  conversation: {
    opened: '<client/> a écrit à <provider/> pour la première fois.',
  },
  message: {
    sent: 'Un message a été échangé entre <client/> et <provider/>.',
    unread: 'Un résumé des messages non lus a été envoyé.',
  },
};

/** Why a tender or an offer ended. */
export const reasons = {
  no_suitable_provider: 'aucun prestataire ne convenait',
  event_cancelled: 'l’événement est annulé',
  account_closed: 'le compte a été fermé',
  event_past: 'la date de l’événement est passée',
  tender_closed: 'l’appel d’offres est clos',
  lot_confirmed: 'le lot est confié à un autre prestataire',
  lot_dropped: 'le lot n’est plus demandé',
  provider_closed: 'le compte du prestataire est fermé',
  offer_revised: 'le prestataire a modifié son offre',
  offer_withdrawn: 'le prestataire a retiré son offre',
  tender_revised: 'le client a modifié l’appel d’offres',
};
