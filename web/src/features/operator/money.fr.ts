// The money in French words: where it stands, and what leaves.
export const outgoingKinds = { refund: 'Remboursement', payout: 'Versement' };

export const outgoingStates = {
  created: 'En préparation',
  sent: 'En route',
  settled: 'Arrivé',
  failed: 'Non abouti',
  replaced: 'Remplacé',
};

export const failures = {
  account_closed: 'Le compte bancaire est fermé.',
  charge_already_refunded: 'Le paiement d’origine est déjà remboursé.',
  charge_not_refundable: 'Le paiement d’origine ne peut pas être remboursé.',
  declined: 'La banque l’a refusé.',
  expired_or_canceled_card: 'La carte a expiré, ou elle est résiliée.',
  insufficient_funds: 'Le solde chez le prestataire de paiement ne suffit pas.',
  lost_or_stolen_card: 'La carte est déclarée perdue ou volée.',
  transfer_reversed: 'Le virement est revenu.',
  other: 'Le prestataire de paiement répond : {{code}}',
};

export const money = {
  title: 'Argent',
  lead: 'Où en est l’argent qui passe par la plateforme, et ce qui en repart.',
  stopped: 'Aucun argent ne bouge',
  stoppedText:
    'La vérification des comptes a trouvé un écart. Sur le serveur, « estrade ledger verify » dit lequel ; la cause trouvée, « estrade ledger resume » laisse repartir l’argent.',
  others: 'L’argent des autres',
  own: 'La plateforme',
  books: {
    kept: 'Conservé pour des étapes',
    payable: 'À verser',
    out: 'En route',
    suspense: 'En attente d’attribution',
    commissions: 'Commissions',
    plans: 'Formules',
    campaigns: 'Campagnes publicitaires',
    vat: 'TVA due',
    charge_backs: 'Repris par les banques',
  },
  bookHints: {
    kept: 'Aux clients, jusqu’à ce qu’ils acceptent les livraisons.',
    payable: 'Gagné par les prestataires, et pas encore versé.',
    out: 'Parti vers les banques, et pas encore arrivé.',
    suspense: 'Les remboursements qui ne sont pas arrivés, surtout.',
    commissions: 'Prélevées sur les sommes revenues aux prestataires, hors taxes.',
    plans: 'Vendues aux prestataires, hors taxes.',
    campaigns: 'Vendues aux prestataires, hors taxes, remise VIP+ déduite.',
    vat: 'Sur les commissions, les formules et les campagnes.',
    charge_backs: 'Une perte : il ne reste personne à qui la réclamer.',
  },
  outgoings: 'Remboursements et versements',
  outgoingsLead:
    'Un remboursement qui n’aboutit pas attend que vous le renvoyiez. Un versement qui n’aboutit pas reste dû au prestataire.',
  kind: 'Nature',
  anyKind: 'Les deux',
  state: 'État',
  anyState: 'Tous les états',
  to: 'à',
  decided: 'décidé le',
  settled: 'arrivé le',
  order: 'commande au journal',
  retry: 'Renvoyer le remboursement',
  retryFor: 'Renvoyer le remboursement de {{amount}} à {{name}}',
  retryQuestion: 'Renvoyer {{amount}} à {{name}} ?',
  consequences: [
    'Un nouveau remboursement part vers le moyen de paiement d’origine.',
    'Celui qui n’a pas abouti est marqué « Remplacé » et ne peut plus repartir.',
    'Si le nouveau n’aboutit pas non plus, il attend ici à son tour.',
  ],
  retried: 'Le remboursement à {{name}} repart.',
  none: 'Rien n’est encore parti',
  noneText: 'Les remboursements et les versements figurent ici dès qu’ils sont décidés.',
  noMatch: 'Rien ne correspond',
  noMatchText: 'Retirez un filtre.',
};
