import { expect, it } from 'vitest';
import { waiting } from './waiting';

const provider = {
  choices_to_confirm: 1,
  offers_to_reconfirm: 0,
  reviews_to_answer: 2,
  potential_tenders: 3,
  quote_requests_to_answer: 1,
  orders_to_see_to: 0,
  disputes_to_settle: 0,
};

it('puts what cannot wait first and leaves out what is done', () => {
  const lines = waiting({ unread_conversations: 1, unread_notices: 2, provider }, 'leo');
  expect(lines.map((line) => line.name)).toEqual([
    'choices_to_confirm',
    'quote_requests_to_answer',
    'potential_tenders',
    'reviews_to_answer',
    'unread_conversations',
    'unread_notices',
  ]);
  expect(lines[0]?.urgent).toBe(true);
});

it('leads each counter to the page where the thing is done', () => {
  const client = {
    drafts: 1,
    offers_to_compare: 1,
    choices_awaiting: 1,
    missions_to_complete: 1,
    missions_to_review: 1,
    orders_to_review: 1,
    custom_offers_to_answer: 1,
    orders_to_see_to: 1,
    disputes_to_settle: 1,
  };
  const hrefs = Object.fromEntries(
    waiting({ unread_conversations: 0, unread_notices: 0, client }, 'camille').map(
      ({ name, href }) => [name, href],
    ),
  );
  expect(hrefs).toEqual({
    missions_to_complete: '/mes-evenements?onglet=travail',
    offers_to_compare: '/mes-evenements?etat=ouverts',
    custom_offers_to_answer: '/offres-personnalisees',
    orders_to_see_to: '/commandes',
    disputes_to_settle: '/litiges',
    missions_to_review: '/mes-evenements?onglet=closes',
    orders_to_review: '/commandes?onglet=terminees',
    choices_awaiting: '/mes-evenements?onglet=attente',
    drafts: '/mes-evenements?etat=brouillons',
  });
});
