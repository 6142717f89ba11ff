// Where the money of an order stands: what is held, what was released, what went back; and what happens next.
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { useSides } from '@/app/sides';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Money } from '@/ui/values';
import { ChargedCard } from './MoneyActs';
import classes from './MoneyBox.module.css';
import { wordsOf } from './parts';
import type { Order } from './queries';
import { statusOf } from './standing';

export function MoneyBox({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { side, isClient, other: name } = useSides(order);
  const { money } = order;
  const days = useSettings().data?.acceptance_days ?? '…';
  if (!money) return null;
  return (
    <section className={classes.box} aria-labelledby="money">
      <h2 id="money">{t('money.title')}</h2>
      <dl className={classes.sums}>
        {(['held', 'released', 'refunded'] as const).map((which) => (
          <div key={which} data-which={which}>
            <dt>{t(`money.${which}`)}</dt>
            <dd>
              <Money value={money[which]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.text}>
        {t(`money.text.${side}.${momentOf(order)}`, { name, days, context: wordsOf(order) })}
      </p>
      <ChargedCard order={order} />
      <p>
        <Link href={isClient ? urls.payments : urls.payouts}>
          {t(isClient ? 'money.payments' : 'money.payouts')}
        </Link>
      </p>
    </section>
  );
}

/** What there is to say of the money now. */
function momentOf(order: Order) {
  const status = statusOf(order);
  if ((order.money?.held.amount ?? 0) > 0) return status === 'disputed' ? 'disputed' : 'held';
  return status === 'completed' || status === 'cancelled' ? 'over' : 'nothing';
}
