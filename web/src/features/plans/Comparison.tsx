// The comparison of the plans, read from the same table that the rules read.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { QueryState } from '@/ui/states';
import { Money } from '@/ui/values';
import classes from './Comparison.module.css';

type Plan = components['schemas']['PlanView'];

export function Comparison() {
  const plans = useQuery({
    queryKey: ['plans'],
    queryFn: () => unwrap(api.GET('/v1/plans')),
    staleTime: Infinity,
  });
  return (
    <QueryState query={plans}>
      {({ items }) => (
        <div className={classes.scroll}>
          <Table plans={items} />
        </div>
      )}
    </QueryState>
  );
}

function Table({ plans }: { plans: Plan[] }) {
  const { t } = useTranslation('plans');
  const word = (value: boolean) => (value ? t('yes') : t('no'));
  const rows = [
    { label: t('rows.listed'), of: () => t('yes') },
    { label: t('rows.mails'), of: () => t('yes') },
    { label: t('rows.area'), of: () => t('yes') },
    { label: t('rows.replies'), of: (plan: Plan) => word(plan.replies) },
    { label: t('rows.secondary'), of: (plan: Plan) => String(plan.secondary_trades_max) },
    { label: t('rows.map'), of: (plan: Plan) => word(plan.map) },
    { label: t('rows.link'), of: (plan: Plan) => word(plan.followed_link) },
  ];
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('feature')}</th>
          {plans.map(({ plan }) => (
            <th key={plan} scope="col">
              {t(`names.${plan as 'free'}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {plans.map((plan) => (
              <td key={plan.plan}>{of(plan)}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('price')}</th>
          {plans.map((plan) => (
            <td key={plan.plan}>
              <Price plan={plan} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Price({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans');
  if (plan.price.amount === 0) return t('free');
  return (
    <>
      <strong>
        <Money value={plan.price} cents="auto" />
      </strong>{' '}
      {t('forMonths', { count: plan.months ?? 12 })}
    </>
  );
}
