// What a campaign costs, part by part: what everybody is asked, what VIP+ takes off, and the VAT.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plansQuery } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Sums } from '@/ui/TotalsTable';
import classes from './campaigns.module.css';
import type { Placement } from './form';
import type { Price } from './queries';

interface PriceSumsProps {
  price: Price;
  placement: string;
  days: number;
  /** What the sum is: to be paid, or paid. */
  total: string;
  live?: boolean;
}

export function PriceSums({ price, placement, days, total, live = false }: PriceSumsProps) {
  const { t } = useTranslation('campaigns');
  const { discount, discount_percent: percent } = price;
  const page = t(`placement.${placement as Placement}`);
  const off = { ...discount, amount: -discount.amount };
  return (
    <div className={classes.sums}>
      <Sums
        live={live}
        parts={[
          {
            label: t('price.listed', { page, days: t('days', { count: days }) }),
            value: price.listed,
          },
          ...(percent > 0
            ? [
                { label: t('price.discount', { percent }), value: off },
                { label: t('price.net'), value: price.net },
              ]
            : []),
          { label: t('price.vat'), value: price.vat },
        ]}
        total={{ label: total, value: price.gross }}
      />
      {percent === 0 && live && <Advice />}
    </div>
  );
}

/** What VIP+ would take off, to whoever has not got it. */
function Advice() {
  const { t } = useTranslation('campaigns');
  const plans = useQuery(plansQuery).data?.items ?? [];
  const percent = Math.max(0, ...plans.map((plan) => plan.campaign_discount_percent));
  if (percent === 0) return null;
  return (
    <p className={classes.hint}>
      {t('price.vip', { percent })} <Link href={urls.plans}>{t('price.vipLink')}</Link>
    </p>
  );
}
