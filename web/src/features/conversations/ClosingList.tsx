// What is not over between the two, named one by one with what it comes to.
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Money } from '@/ui/values';
import classes from './ClosingList.module.css';
import type { ClosingItem } from './sorting';

export function ClosingList({ label, items }: { label: string; items: ClosingItem[] }) {
  const tradeName = useTradeName();
  const { t } = useTranslation('conversations');
  if (items.length === 0) return null;
  return (
    <div className={classes.closing}>
      <p className={classes.label}>{label}</p>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.offer}>
            <Link href={urls.offer(item.offer)}>{item.tender.title}</Link>
            <span>
              {tradeName(item.trade)}, <Money value={item.gross} cents="auto" /> {t('news.gross')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
