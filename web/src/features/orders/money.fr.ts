// The money of an order, in French: what is paid, by which card, and where it stands.
export const pay = {
  button: 'Payer {{amount}}',
  title: 'Payer la première période',
  charge_one: 'Débiter la période suivante de la même carte',
  charge_other: 'Débiter les {{count}} périodes suivantes de la même carte',
  charged:
    'Chacune le jour où elle commence, avec un e-mail. Vous pouvez l’arrêter à tout moment depuis cette page.',
  byHand: 'Vous recevrez un e-mail à chaque période, et la paierez vous-même.',
};

export const card = {
  text: 'Les périodes suivantes sont débitées de votre carte •••• {{card}}, chacune le jour où elle commence.',
  button: 'Ne plus débiter ma carte',
  title: 'Ne plus débiter cette carte ?',
  byHand: 'Vous paierez vous-même chaque période suivante, après un e-mail.',
  stays: 'L’abonnement continue ; ce qui est déjà payé le reste.',
  done: 'Votre carte ne sera plus débitée.',
};

export const money = {
  title: 'L’argent',
  held: 'Conservé',
  released: 'Versé au prestataire',
  refunded: 'Rendu au client',
  payments: 'Mes paiements',
  payouts: 'Mes versements',
  text: {
    client: {
      held: 'Cette somme est conservée par la plateforme. Elle revient à {{name}} quand vous acceptez la livraison, ou après {{days}} jours sans réponse de votre part.',
      disputed: 'Cette somme est conservée jusqu’à l’issue du litige.',
      over: 'Tout est réglé : plus rien n’est conservé.',
      nothing:
        'Rien n’est conservé en ce moment : chaque livraison est payée quand vient son tour.',
      nothing_heldLot:
        'Rien n’est conservé pour le moment : la mission est payée avant de commencer.',
    },
    provider: {
      held: 'Cette somme est conservée pour vous. Elle vous est versée quand {{name}} accepte la livraison, ou après {{days}} jours sans réponse de sa part.',
      disputed: 'Cette somme est conservée jusqu’à l’issue du litige.',
      over: 'Tout est réglé : plus rien n’est conservé.',
      nothing:
        'Rien n’est conservé en ce moment : chaque livraison est payée quand vient son tour.',
      nothing_heldLot:
        'Rien n’est conservé pour le moment : la mission est payée avant de commencer.',
    },
  },
};
