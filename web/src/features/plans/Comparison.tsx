// The comparison of the plans, read from the same table that the rules read.
import { Skeleton } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { plansQuery } from '@/app/reference';
import { QueryState } from '@/ui/states';
import { Money } from '@/ui/values';
import classes from './Comparison.module.css';

type Plan = components['schemas']['PlanView'];

export function Comparison() {
  const plans = useQuery(plansQuery);
  return (
    <QueryState query={plans} waiting={<Skeleton className={classes.waiting} />}>
      {({ items }) => (
        <div className={classes.scroll}>
          <Table plans={items} />
        </div>
      )}
    </QueryState>
  );
}

interface Line {
  label: string;
  of: (plan: Plan) => boolean | number | string;
}

function useLines(): Line[] {
  const { t } = useTranslation('plans');
  return [
    { label: t('rows.listed'), of: () => true },
    { label: t('rows.mails'), of: () => true },
    { label: t('rows.area'), of: () => true },
    { label: t('rows.replies'), of: (plan) => plan.replies },
    { label: t('rows.secondary'), of: (plan) => plan.secondary_trades_max },
    { label: t('rows.photos'), of: (plan) => plan.photos_max },
    { label: t('rows.portfolio'), of: (plan) => plan.portfolio_max },
    { label: t('rows.social'), of: (plan) => plan.social_links },
    { label: t('rows.map'), of: (plan) => plan.map },
    { label: t('rows.link'), of: (plan) => plan.followed_link },
    {
      label: t('rows.campaigns'),
      of: ({ campaign_discount_percent: percent }) => percent > 0 && t('percent', { percent }),
    },
  ];
}

function Table({ plans }: { plans: Plan[] }) {
  const { t } = useTranslation('plans');
  const lines = useLines();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('feature')}</span>
          </th>
          {plans.map((plan) => (
            <th key={plan.plan} scope="col" data-paid={plan.price.amount > 0 || undefined}>
              <span className={classes.name}>{t(`names.${plan.plan as 'free'}`)}</span>
              <Price plan={plan} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {plans.map((plan) => (
              <td key={plan.plan} data-paid={plan.price.amount > 0 || undefined}>
                <Given value={of(plan)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A mark for the eye, a word for assistive technology. */
function Given({ value }: { value: boolean | number | string }) {
  const { t } = useTranslation('plans');
  if ((typeof value === 'number' && value > 0) || typeof value === 'string')
    return <span className="tabular">{value}</span>;
  const Icon = value ? IconCheck : IconMinus;
  return (
    <>
      <Icon className={classes.mark} data-given={value ? '' : undefined} size={22} aria-hidden />
      <span className="visually-hidden">{t(value ? 'yes' : 'no')}</span>
    </>
  );
}

function Price({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans');
  if (plan.price.amount === 0) {
    return (
      <span className={classes.price}>
        <strong>{t('free')}</strong> {t('always')}
      </span>
    );
  }
  return (
    <span className={classes.price}>
      <strong>
        <Money value={plan.price} cents="auto" />
      </strong>{' '}
      {t('forMonths', { count: plan.months ?? 12 })}
    </span>
  );
}
