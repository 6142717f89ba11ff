// A lot in a few lines: its trade, how much of it, what is wished for.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { Prose } from '@/ui/Prose';
import type { TenderLot } from './queries';
import classes from './LotSummary.module.css';

/** « 1 » is what an empty quantity becomes: it says nothing. */
export const shownQuantity = (quantity: string) => (quantity === '1' ? null : quantity || null);

export function LotSummary({ lot }: { lot: TenderLot }) {
  const { t } = useTranslation('tenders');
  const quantity = shownQuantity(lot.quantity);
  return (
    <>
      <p className={classes.trade}>
        {useTradeName()(lot.trade)}
        {quantity && <span className={classes.quantity}> · {quantity}</span>}
      </p>
      <LotWishes lot={lot} empty={t('page.noWishes')} />
    </>
  );
}

export function LotWishes({ lot, empty }: { lot: TenderLot; empty: string }) {
  return lot.wishes ? <Prose>{lot.wishes}</Prose> : <p className={classes.none}>{empty}</p>;
}
