// Inputs that the kit lacks: amounts in cents, calendar days, départements, trades.
import { MultiSelect, Select, TextInput, type TextInputProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMoney, toDecimal } from '@/lib/money';
import { folded } from '@/lib/text';

interface FieldProps<V> {
  value?: V;
  onChange?: (value: V) => void;
  onBlur?: () => void;
  error?: ReactNode;
  label?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

interface MoneyInputProps
  extends FieldProps<number | null>, Omit<TextInputProps, keyof FieldProps<number>> {
  currency?: string;
}

function written(cents: number | null | undefined, locale: string): string {
  if (cents === null || cents === undefined) return '';
  const decimal = toDecimal(cents, 2).replace(/\.00$/, '');
  return locale === 'fr' ? decimal.replace('.', ',') : decimal;
}

/** An amount typed as people write it, held as whole cents; null while it is not one. */
export function MoneyInput({ value, onChange, currency = 'EUR', ...rest }: MoneyInputProps) {
  const { t, i18n } = useTranslation('ui');
  const [draft, setDraft] = useState<string | null>(null);
  const unclear = draft !== null && draft.trim() !== '' && parseMoney(draft) === null;
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      rightSection={currency === 'EUR' ? '€' : currency}
      value={draft ?? written(value, i18n.language)}
      error={rest.error ?? (unclear ? t('money.invalid') : undefined)}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange?.(parseMoney(event.currentTarget.value));
      }}
      onBlur={() => {
        if (!unclear) setDraft(null);
        rest.onBlur?.();
      }}
    />
  );
}

export interface DepartementOption {
  /** INSEE code: "76", "2A", "974". */
  code: string;
  name: string;
}

interface SearchInput {
  options: unknown[];
  search: string;
}

/** Finds « Seine-Maritime » by "76", "seine mar" or "maritime"; codes that match come first. */
function findOption({ options, search }: SearchInput): never {
  const words = folded(search).split(' ').filter(Boolean);
  const found = (options as { label: string }[]).filter((option) =>
    words.every((word) => folded(option.label).includes(word)),
  );
  const starts = (option: { label: string }) => folded(option.label).startsWith(words[0] ?? '');
  return found.sort((a, b) => Number(starts(b)) - Number(starts(a))) as never;
}

const departementData = (options: readonly DepartementOption[]) =>
  options.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));

interface DepartementSelectProps extends FieldProps<string | null> {
  options: readonly DepartementOption[];
  clearable?: boolean;
  placeholder?: string;
}

export function DepartementSelect({
  options,
  label,
  placeholder,
  ...rest
}: DepartementSelectProps) {
  const { t } = useTranslation('ui');
  return (
    <Select
      {...rest}
      searchable
      label={label ?? t('place.label')}
      placeholder={placeholder ?? t('place.placeholder')}
      nothingFoundMessage={t('place.none')}
      data={departementData(options)}
      filter={findOption}
    />
  );
}

interface DepartementsSelectProps extends FieldProps<string[]> {
  options: readonly DepartementOption[];
  max: number;
}

/** Several départements, at most `max`; tells how many more may be chosen. */
export function DepartementsSelect({ options, max, label, ...rest }: DepartementsSelectProps) {
  const { t } = useTranslation('ui');
  const left = max - (rest.value?.length ?? 0);
  return (
    <MultiSelect
      {...rest}
      searchable
      hidePickedOptions
      maxValues={max}
      label={label ?? t('place.labels')}
      description={
        rest.description ?? (left > 0 ? t('place.left', { count: left }) : t('place.full'))
      }
      placeholder={left > 0 ? t('place.placeholder') : undefined}
      nothingFoundMessage={t('place.none')}
      data={departementData(options)}
      filter={findOption}
    />
  );
}

export interface TradeOption {
  slug: string;
  name: string;
  /** Trades of one family are listed together. */
  family?: string;
}

function tradeData(options: readonly TradeOption[]) {
  const families = new Map<string, { value: string; label: string }[]>();
  for (const { slug, name, family = '' } of options) {
    families.set(family, [...(families.get(family) ?? []), { value: slug, label: name }]);
  }
  if (families.size === 1) return [...families.values()].flat();
  return [...families].map(([group, items]) => ({ group, items }));
}

interface TradeSelectProps extends FieldProps<string | null> {
  options: readonly TradeOption[];
  clearable?: boolean;
  placeholder?: string;
}

export function TradeSelect({ options, label, placeholder, ...rest }: TradeSelectProps) {
  const { t } = useTranslation('ui');
  return (
    <Select
      {...rest}
      searchable
      label={label ?? t('trade.label')}
      placeholder={placeholder ?? t('trade.placeholder')}
      nothingFoundMessage={t('trade.none')}
      data={tradeData(options)}
    />
  );
}

interface TradesSelectProps extends FieldProps<string[]> {
  options: readonly TradeOption[];
  max?: number;
}

export function TradesSelect({ options, max, label, ...rest }: TradesSelectProps) {
  const { t } = useTranslation('ui');
  return (
    <MultiSelect
      {...rest}
      searchable
      hidePickedOptions
      maxValues={max}
      label={label ?? t('trade.labels')}
      placeholder={t('trade.placeholder')}
      nothingFoundMessage={t('trade.none')}
      data={tradeData(options)}
    />
  );
}
