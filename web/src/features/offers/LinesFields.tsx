// The priced lines of an offer while they are typed, with totals that follow.
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { formatRate, lineNet, totalsOf, VAT_RATES } from '@/lib/pricing';
import { MoneyInput } from '@/ui/fields';
import { Money, useLocale } from '@/ui/values';
import { MOST_LINES, newLine, priced, type OfferForm } from './terms';
import { TotalsTable } from './TotalsTable';
import classes from './LinesFields.module.css';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

interface LinesFieldsProps {
  form: ApiForm<OfferForm>;
  /** Exempt from VAT: no rate is asked for. */
  exempt: boolean;
}

export function LinesFields({ form, exempt }: LinesFieldsProps) {
  const { t } = useTranslation('offers');
  const { lines } = form.form.getValues();
  const totals = totalsOf(lines.map(priced));
  const error = form.form.errors.lines;
  const add = () =>
    form.form.insertListItem('lines', newLine('1', lines.at(-1)?.vat_rate ?? '2000'));
  return (
    <div className={classes.editor}>
      <ol className={classes.lines}>
        {lines.map((_, index) => (
          <LineFields key={index} form={form} index={index} exempt={exempt} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      <div className={classes.foot}>
        {lines.length < MOST_LINES && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={add}
          >
            {t('lines.add')}
          </Button>
        )}
        <TotalsTable
          live
          totals={{
            net: euros(totals.net),
            gross: euros(totals.gross),
            shares: totals.shares.map(({ rate, vat }) => ({ rate, vat: euros(vat) })),
          }}
        />
      </div>
    </div>
  );
}

interface LineFieldsProps extends LinesFieldsProps {
  index: number;
}

function LineFields({ form, index, exempt }: LineFieldsProps) {
  const { t } = useTranslation('offers');
  const locale = useLocale();
  const { lines } = form.form.getValues();
  const line = lines[index];
  const number = index + 1;
  const net = line ? lineNet(priced(line)) : null;
  const field = (name: string) => form.field(`lines.${index}.${name}`);
  const error = form.form.errors[`lines.${index}`];
  return (
    <li className={classes.line} aria-label={t('lines.line', { number })}>
      <TextInput
        className={classes.label}
        label={t('lines.label')}
        placeholder={index === 0 ? t('lines.labelHint') : undefined}
        maxLength={200}
        {...field('label')}
      />
      <TextInput
        label={t('lines.quantity')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        {...field('quantity')}
      />
      <MoneyInput label={t('lines.unitPrice')} {...field('unit_price')} />
      {!exempt && (
        <Select
          label={t('lines.vatRate')}
          data={VAT_RATES.map((rate) => ({
            value: String(rate),
            label: formatRate(rate, locale),
          }))}
          allowDeselect={false}
          {...field('vat_rate')}
        />
      )}
      <p className={classes.net}>
        <span>{t('lines.net')}</span>
        {net === null ? '–' : <Money value={euros(net)} />}
      </p>
      {lines.length > 1 && (
        <Button
          className={classes.remove}
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          aria-label={t('lines.removeNamed', { number })}
          onClick={() => form.form.removeListItem('lines', index)}
        >
          {t('lines.remove')}
        </Button>
      )}
      {error && <p className={classes.error}>{error}</p>}
    </li>
  );
}
