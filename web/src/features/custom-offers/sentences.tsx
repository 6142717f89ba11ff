// Terms in plain language: « Livré toutes les 2 semaines, 6 livraisons, 360,00 € TTC en tout. »
import { useTranslation } from 'react-i18next';
import { formatMoney, type MoneyValue } from '@/lib/money';
import { useLocale } from '@/ui/values';
import type { Rhythm } from './form';

export function useRhythm(): (rhythm: Rhythm, every: number) => string {
  const { t } = useTranslation('custom-offers');
  return (rhythm, every) => t(`rhythm.${rhythm}`, { count: every });
}

interface SubscriptionSentenceProps {
  rhythm: Rhythm;
  every: number;
  deliveries: number;
  gross: MoneyValue;
}

export function SubscriptionSentence(props: SubscriptionSentenceProps) {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  return t('subscriptionSentence', {
    rhythm: useRhythm()(props.rhythm, props.every),
    deliveries: t('deliveries', { count: props.deliveries }),
    total: formatMoney(props.gross, locale),
  });
}

export function HourlySentence({ hours, gross }: { hours: number; gross: MoneyValue }) {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  return t('hourlySentence', {
    hours: t('hours', { count: hours }),
    total: formatMoney(gross, locale),
  });
}
