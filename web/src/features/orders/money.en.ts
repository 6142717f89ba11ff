// The money of an order, in English: what is paid, by which card, and where it stands.
export const pay = {
  button: 'Pay {{amount}}',
  title: 'Pay the first period',
  charge_one: 'Charge the next period to the same card',
  charge_other: 'Charge the {{count}} next periods to the same card',
  charged: 'Each on the day it begins, with an e-mail. You can end that at any time on this page.',
  byHand: 'You will get an e-mail for each period, and pay it yourself.',
};

export const card = {
  text: 'The next periods are charged to your card •••• {{card}}, each on the day it begins.',
  button: 'No longer charge my card',
  title: 'No longer charge this card?',
  byHand: 'You will pay each further period yourself, after an e-mail.',
  stays: 'The subscription goes on; what is paid stays paid.',
  done: 'Your card is no longer charged.',
};

export const money = {
  title: 'The money',
  held: 'Held',
  released: 'Paid to the provider',
  refunded: 'Given back to the client',
  payments: 'My payments',
  payouts: 'My payouts',
  text: {
    client: {
      held: 'This sum is held by the platform. It goes to {{name}} when you accept the delivery, or after {{days}} days without an answer from you.',
      disputed: 'This sum is held until the outcome of the dispute.',
      over: 'Everything is settled: nothing is held any more.',
      nothing: 'Nothing is held at the moment: each delivery is paid when its turn comes.',
      nothing_heldLot: 'Nothing is held for now: the mission is paid before it begins.',
    },
    provider: {
      held: 'This sum is held for you. It is paid out to you when {{name}} accepts the delivery, or after {{days}} days without an answer.',
      disputed: 'This sum is held until the outcome of the dispute.',
      over: 'Everything is settled: nothing is held any more.',
      nothing: 'Nothing is held at the moment: each delivery is paid when its turn comes.',
      nothing_heldLot: 'Nothing is held for now: the mission is paid before it begins.',
    },
  },
};
