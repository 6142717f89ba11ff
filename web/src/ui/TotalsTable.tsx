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
  const { net, gross, shares } = totals;
  const charged = shares.filter((share) => share.rate > 0);
  const none = { label: t('totals.noVat'), value: { ...net, amount: 0 } };
  return (
    <Sums
      live={live}
      parts={[
        { label: t('totals.net'), value: net },
        ...charged.map(({ rate, vat }) => ({
          label: t('totals.vat', { rate: formatRate(rate, locale) }),
          value: vat,
        })),
        ...(charged.length === 0 && shares.length > 0 ? [none] : []),
      ]}
      total={{ label: t('totals.gross'), value: gross }}
    />
  );
}

interface Sum {
  label: string;
  value: MoneyValue;
}

interface SumsProps {
  parts: Sum[];
  total: Sum;
  /** Sums that change while one types are read out. */
  live?: boolean;
}

/** Some amounts and what they come to. */
export function Sums({ parts, total, live = false }: SumsProps) {
  return (
    <dl className={classes.totals} aria-live={live ? 'polite' : undefined}>
      {parts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money value={value} />
          </dd>
        </div>
      ))}
      <div data-total="">
        <dt>{total.label}</dt>
        <dd>
          <Money value={total.value} />
        </dd>
      </div>
    </dl>
  );
}
