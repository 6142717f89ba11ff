// A need on one line: what trade, where, when, for how much.
import { useTranslation } from 'react-i18next';
import { useDepartementName, useTradeName } from '@/app/reference';
import { formatDate } from '@/lib/dates';
import { formatMoney } from '@/lib/money';
import { useLocale } from '@/ui/values';
import type { Need } from './queries';

type Told = Pick<Need, 'trade' | 'departement' | 'day' | 'budget_min' | 'budget_max'>;

export function useSummary(): (need: Told) => (string | false)[] {
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const locale = useLocale();
  const budget = useBudget();
  return (need) => [
    tradeName(need.trade),
    placeName(need.departement),
    !!need.day && formatDate(need.day, locale),
    budget(need),
  ];
}

function useBudget(): (need: Told) => string | false {
  const { t } = useTranslation('needs');
  const locale = useLocale();
  return ({ budget_min: min, budget_max: max }) => {
    const least = min && formatMoney(min, locale, 'auto');
    const most = max && formatMoney(max, locale, 'auto');
    if (least && most) return t('budget.between', { least, most });
    if (most) return t('budget.upTo', { most });
    return least ? t('budget.from', { least }) : false;
  };
}
