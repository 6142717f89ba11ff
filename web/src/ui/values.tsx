// Amounts, dates and delays, written for the reader's language.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, relativeTime, remaining, type DateStyle } from '@/lib/dates';
import { formatMoney, type MoneyValue } from '@/lib/money';

export function useLocale(): string {
  return useTranslation('ui').i18n.language;
}

interface MoneyProps {
  value: MoneyValue;
  cents?: 'always' | 'auto';
}

export function Money({ value, cents }: MoneyProps) {
  return (
    <data className="tabular" value={value.amount}>
      {formatMoney(value, useLocale(), cents)}
    </data>
  );
}

interface DateTextProps {
  value: string;
  as?: DateStyle;
  /** The event's own zone, when it is not the reader's. */
  zone?: string;
}

export function DateText({ value, as, zone }: DateTextProps) {
  return <time dateTime={value}>{formatDate(value, useLocale(), as, zone)}</time>;
}

const MINUTE = 60_000;

/** The present, renewed each minute so that delays stay true on a page left open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function RelativeTime({ value }: { value: string }) {
  const locale = useLocale();
  return (
    <time dateTime={value} title={formatDate(value, locale, 'day-time')}>
      {relativeTime(value, useNow(), locale)}
    </time>
  );
}

function useRemainingText(until: string): string {
  const { t } = useTranslation('ui');
  const { days, hours, minutes, over } = remaining(until, useNow());
  if (over) return t('countdown.over');
  const parts = [
    days > 0 && t('countdown.days', { count: days }),
    hours > 0 && t('countdown.hours', { count: hours }),
    days === 0 && minutes > 0 && t('countdown.minutes', { count: minutes }),
  ].filter(Boolean);
  return parts.slice(0, 2).join(' ') || t('countdown.soon');
}

/** What is left until an instant: « 2 jours 4 heures ». */
export function Countdown({ until }: { until: string }) {
  const locale = useLocale();
  return (
    <time className="tabular" dateTime={until} title={formatDate(until, locale, 'day-time')}>
      {useRemainingText(until)}
    </time>
  );
}
