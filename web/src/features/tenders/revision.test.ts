import { describe, expect, it } from 'vitest';
import { formOf } from './draft';
import type { Tender, TenderLot } from './queries';
import { offersTouched } from './revision';

const lot = (id: string, trade: string, status: string, offers: number): TenderLot => ({
  id,
  trade,
  status,
  wishes: '',
  quantity: '1',
  actions: [],
  blocked: [],
  offers_count: offers,
});

const tender = {
  event: { kind: 'wedding', title: 'Mariage', day: '2027-06-12', guests: 120 },
  lots: [
    lot('lot_dj', 'dj', 'open', 3),
    lot('lot_food', 'traiteur', 'chosen', 2),
    lot('lot_photo', 'photographe', 'in_work', 1),
  ],
} as unknown as Tender;

const changed = (change: (form: ReturnType<typeof formOf>) => void) => {
  const form = formOf(tender);
  change(form);
  return offersTouched(tender, form);
};

describe('a revision', () => {
  it('disturbs nobody when nothing changed', () => {
    expect(changed(() => undefined)).toEqual({ toConfirm: 0, chosen: false, dropped: false });
  });

  it('A-14: a new event asks every open or chosen lot again', () => {
    const touched = changed((form) => (form.event.guests = 150));
    expect(touched).toEqual({ toConfirm: 5, chosen: true, dropped: false });
  });

  it('a changed lot asks its own providers only', () => {
    const touched = changed((form) => (form.lots[0]!.wishes = 'Années 80'));
    expect(touched).toEqual({ toConfirm: 3, chosen: false, dropped: false });
  });

  it('a lot left out, or of another trade, ends its offers', () => {
    const dropped = { toConfirm: 0, chosen: false, dropped: true };
    expect(changed((form) => form.lots.splice(0, 1))).toEqual(dropped);
    expect(changed((form) => (form.lots[0]!.trade = 'orchestre'))).toEqual(dropped);
  });
});
