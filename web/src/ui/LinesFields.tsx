// The priced lines of an offer while they are typed, with totals that follow.
import { Button, Select, type SelectProps, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_LINES, priced, type LineForm } from '@/lib/lines';
import { formatRate, lineNet, totalsOf, VAT_RATES, type Totals } from '@/lib/pricing';
import { MoneyInput } from './fields';
import classes from './LinesFields.module.css';
import { RemoveButton } from './RemoveButton';
import { TotalsTable, type TotalsShown } from './TotalsTable';
import { Money, useLocale } from './values';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** Totals in cents as they are shown. */
export function shown({ net, gross, shares }: Totals): TotalsShown {
  return {
    net: euros(net),
    gross: euros(gross),
    shares: shares.map(({ rate, vat }) => ({ rate, vat: euros(vat) })),
  };
}

interface LinesFieldsProps {
  lines: readonly LineForm[];
  /** What an input of a line spreads: the field's name after the line's. */
  field: (index: number, name: string) => object;
  /** The refusal of a line as a whole, or of all of them. */
  error: (index?: number) => ReactNode;
  onAdd: () => void;
  onRemove: (index: number) => void;
  /** Exempt from VAT: no rate is asked for. */
  exempt: boolean;
}

export function LinesFields(props: LinesFieldsProps) {
  const { t } = useTranslation('ui');
  const { lines } = props;
  const error = props.error();
  return (
    <div className={classes.editor}>
      <ol className={classes.lines}>
        {lines.map((line, index) => (
          <LineFields key={index} {...props} line={line} index={index} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      <div className={classes.foot}>
        {lines.length < MOST_LINES && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={props.onAdd}
          >
            {t('lines.add')}
          </Button>
        )}
        <TotalsTable live totals={shown(totalsOf(lines.map(priced)))} />
      </div>
    </div>
  );
}

interface LineFieldsProps extends LinesFieldsProps {
  line: LineForm;
  index: number;
}

function LineFields({ line, index, lines, exempt, ...form }: LineFieldsProps) {
  const { t } = useTranslation('ui');
  const number = index + 1;
  const net = lineNet(priced(line));
  const error = form.error(index);
  return (
    <li className={classes.line} aria-label={t('lines.line', { number })}>
      <TextInput
        className={classes.label}
        label={t('lines.label')}
        placeholder={index === 0 ? t('lines.labelHint') : undefined}
        maxLength={200}
        {...form.field(index, 'label')}
      />
      <TextInput
        label={t('lines.quantity')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        {...form.field(index, 'quantity')}
      />
      <MoneyInput label={t('lines.unitPrice')} {...form.field(index, 'unit_price')} />
      {!exempt && <VatSelect {...form.field(index, 'vat_rate')} />}
      <p className={classes.net}>
        <span>{t('lines.net')}</span>
        {net === null ? '–' : <Money value={euros(net)} />}
      </p>
      {lines.length > 1 && (
        <div className={classes.remove}>
          <RemoveButton
            label={t('lines.removeNamed', { number })}
            onClick={() => form.onRemove(index)}
          />
        </div>
      )}
      {error && <p className={classes.error}>{error}</p>}
    </li>
  );
}

/** The rates of France; the value is the rate's basis points, as a select holds them. */
export function VatSelect(field: Partial<SelectProps>) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  return (
    <Select
      label={t('lines.vatRate')}
      data={VAT_RATES.map((rate) => ({ value: String(rate), label: formatRate(rate, locale) }))}
      allowDeselect={false}
      {...field}
    />
  );
}
