// The priced lines of an offer, as on a quote.
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '@/lib/money';
import { formatQuantity, formatRate } from '@/lib/pricing';
import classes from './LinesTable.module.css';
import { TotalsTable, type TotalsShown } from './TotalsTable';
import { Money, useLocale } from './values';

export interface LineShown {
  label: string;
  quantity: string;
  unit_price: MoneyValue;
  vat_rate: number;
  net: MoneyValue;
}

interface LinesTableProps {
  lines: LineShown[];
  totals: TotalsShown;
  caption: string;
}

export function LinesTable({ lines, totals, caption }: LinesTableProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.quote}>
      <table className={classes.lines}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lines.label')}</th>
            <th scope="col">{t('lines.quantity')}</th>
            <th scope="col">{t('lines.unitPrice')}</th>
            <th scope="col">{t('lines.vatRate')}</th>
            <th scope="col">{t('lines.net')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </tbody>
      </table>
      <TotalsTable totals={totals} />
    </div>
  );
}

function Line({ line }: { line: LineShown }) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">{line.label}</th>
      <td data-label={t('lines.quantity')}>{formatQuantity(line.quantity, locale)}</td>
      <td data-label={t('lines.unitPrice')}>
        <Money value={line.unit_price} />
      </td>
      <td data-label={t('lines.vatRate')}>{formatRate(line.vat_rate, locale)}</td>
      <td data-label={t('lines.net')}>
        <Money value={line.net} />
      </td>
    </tr>
  );
}
