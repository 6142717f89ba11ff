// What waits for whom, in one sentence, and for how long.
import { useSides } from '@/app/sides';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Countdown, DateText, useNow } from '@/ui/values';
import { wordsOf } from './parts';
import type { Milestone, Order } from './queries';
import { currentOf, isLate, isRefundable, limitOf, statusOf } from './standing';

export function OrderNow({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { side, isClient, other: name } = useSides(order);
  const now = useNow();
  const status = statusOf(order);
  const current = currentOf(order);
  const late = current !== undefined && isLate(current, now);
  const words = { context: wordsOf(order) };
  const limit = limitShown(order, now);
  return (
    <Notice tone={late ? 'caution' : 'info'}>
      <p>
        {t(`now.${side}.${late ? 'late' : (endedBy(order) ?? status)}`, { name, ...words })}
        {limit && (
          <>
            {' '}
            {late ? (
              <>
                {t('now.wasDue')} <DateText value={limit} as="day-time" />.
              </>
            ) : (
              <>
                {t(`now.limit.${status as 'in_work'}`, words)}{' '}
                <strong>
                  <Countdown until={limit} />
                </strong>
                .
              </>
            )}
          </>
        )}
      </p>
      {current && order.timesheet?.stopped_at && <p>{t('now.stopped')}</p>}
      {isClient && status === 'paid' && current && <Refundable milestone={current} />}
    </Notice>
  );
}

/** Nothing of work by the hour is late: what is over is not shown. */
function limitShown(order: Order, now: number): string | undefined {
  const limit = limitOf(order);
  const over = limit !== undefined && Date.parse(limit) <= now;
  return over && order.timesheet ? undefined : limit;
}

/** A dispute ends a mission that was not accepted. */
const endedBy = ({ status, milestones }: Order) =>
  status === 'completed' && milestones.some(({ state }) => state === 'settled')
    ? 'settled'
    : undefined;

/** From when on the client may take its payment back, while nobody began. */
function Refundable({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslation('orders');
  const now = useNow();
  const at = milestone.refundable_at;
  if (!at) return null;
  if (isRefundable(milestone, now)) return <p>{t('now.refundable')}</p>;
  return (
    <p>
      {t('now.refundableIn')}{' '}
      <strong>
        <Countdown until={at} />
      </strong>
      .
    </p>
  );
}
