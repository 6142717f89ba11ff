// What lines come to: without VAT, the VAT of each rate, with VAT. The same for every offer.
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '@/lib/money';
import { formatRate } from '@/lib/pricing';
import classes from './TotalsTable.module.css';
import { Money, useLocale } from './values';

export interface TotalsShown {
  net: MoneyValue;
  shares: { rate: number; vat: MoneyValue }[];
  gross: MoneyValue;
}

interface TotalsTableProps {
  totals: TotalsShown;
  /** Totals that change while one types are read out. */
  live?: boolean;
}

export function TotalsTable({ totals, live = false }: TotalsTableProps) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  const charged = totals.shares.filter((share) => share.rate > 0);
  return (
    <dl className={classes.totals} aria-live={live ? 'polite' : undefined}>
      <div>
        <dt>{t('totals.net')}</dt>
        <dd>
          <Money value={totals.net} />
        </dd>
      </div>
      {charged.map((share) => (
        <div key={share.rate}>
          <dt>{t('totals.vat', { rate: formatRate(share.rate, locale) })}</dt>
          <dd>
            <Money value={share.vat} />
          </dd>
        </div>
      ))}
      {charged.length === 0 && totals.shares.length > 0 && (
        <div>
          <dt>{t('totals.noVat')}</dt>
          <dd>
            <Money value={{ ...totals.net, amount: 0 }} />
          </dd>
        </div>
      )}
      <div data-total="">
        <dt>{t('totals.gross')}</dt>
        <dd>
          <Money value={totals.gross} />
        </dd>
      </div>
    </dl>
  );
}
