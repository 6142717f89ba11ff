// What a revision of a published tender will disturb, told before it is sent. The API decides; this counts.
import { formOf, type LotForm, type TenderForm } from './draft';
import type { Tender } from './queries';

export interface Touched {
  /** Offers that their providers will have to confirm. */
  toConfirm: number;
  /** Whether a choice that is not confirmed falls. */
  chosen: boolean;
  /** Whether offers end because their lot is dropped. */
  dropped: boolean;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const words = ({ trade, quantity, wishes }: LotForm) => [trade, quantity.trim(), wishes.trim()];

/** Compares the form with the tender it was made from. */
export function offersTouched(tender: Tender, form: TenderForm): Touched {
  const before = formOf(tender);
  const newEvent = !same(before.event, form.event);
  const touched: Touched = { toConfirm: 0, chosen: false, dropped: false };
  for (const lot of tender.lots) {
    if (lot.status !== 'open' && lot.status !== 'chosen') continue;
    const offers = lot.offers_count ?? 0;
    const old = before.lots.find(({ id }) => id === lot.id);
    const now = form.lots.find(({ id }) => id === lot.id);
    if (!now || now.trade !== lot.trade) {
      touched.dropped ||= offers > 0;
    } else if (newEvent || (old && !same(words(old), words(now)))) {
      touched.toConfirm += offers;
      touched.chosen ||= lot.status === 'chosen';
    }
  }
  return touched;
}
