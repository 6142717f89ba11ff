// The five places for a banner, the most viewed first: what each is worth, and what is asked for it.
import { useTranslation } from 'react-i18next';
import { Money, useLocale } from '@/ui/values';
import classes from './AdsPage.module.css';
import type { Placement } from './queries';

export function Placements({ items }: { items: Placement[] }) {
  const { t } = useTranslation('operator');
  const number = new Intl.NumberFormat(useLocale());
  const ranked = [...items].sort((one, other) => other.views - one.views);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('ads.page')}</th>
          <th scope="col">{t('ads.views')}</th>
          <th scope="col">{t('ads.dayPrice')}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ placement, views, day_price }) => (
          <tr key={placement}>
            <th scope="row">{t(`ads.placement.${placement as 'home'}`)}</th>
            <td className="tabular">{number.format(views)}</td>
            <td>
              <Money value={day_price} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
