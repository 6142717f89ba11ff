// What waits for whom, in one sentence, and for how long.
import { useSides } from '@/app/sides';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Countdown, DateText, useNow } from '@/ui/values';
import type { Order } from './queries';
import { currentOf, isLate, limitOf, statusOf } from './standing';

export function OrderNow({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { side, other: name } = useSides(order);
  const now = useNow();
  const status = statusOf(order);
  const current = currentOf(order);
  const late = current !== undefined && isLate(current, now);
  const limit = limitOf(order);
  return (
    <Notice tone={late ? 'caution' : 'info'}>
      <p>
        {t(late ? `now.${side}.late` : `now.${side}.${status}`, { name })}
        {limit && (
          <>
            {' '}
            {late ? (
              <>
                {t('now.wasDue')} <DateText value={limit} as="day-time" />.
              </>
            ) : (
              <>
                {t(`now.limit.${status as 'in_work'}`)}{' '}
                <strong>
                  <Countdown until={limit} />
                </strong>
                .
              </>
            )}
          </>
        )}
      </p>
    </Notice>
  );
}
