// The trades a tender asks for, by their names.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { Tags } from '@/ui/Tags';

export function TradeTags({ trades }: { trades: readonly string[] }) {
  const { t } = useTranslation('tenders');
  const named = useTradeName();
  return <Tags label={t('page.trades')} items={trades.map(named)} />;
}
