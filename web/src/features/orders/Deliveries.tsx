// What was handed over, the latest first: the words, the files, and when they open. Until then pictures and documents
// are looked at with the client's name on them.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useSides } from '@/app/sides';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { ListState } from '@/ui/states';
import { StatusBadge, type Tone } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { DeliveredFiles } from './DeliveredFiles';
import classes from './Deliveries.module.css';
import part from './Part.module.css';
import { useMilestoneName, wordsOf } from './parts';
import { deliveriesQuery, type Delivery, type Order } from './queries';

export function Deliveries({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const list = useInfiniteQuery(deliveriesQuery(order.id));
  const byTheHour = Boolean(order.timesheet);
  // A sheet of hours may go without a word.
  const deliveries = itemsOf(list.data).filter(({ message, files }) => message || files.length > 0);
  const toDeliver = !byTheHour && order.actions.includes('deliver');
  if (!list.error && deliveries.length === 0 && !toDeliver) return null;
  return (
    <Section title={t('deliveries.title', { context: wordsOf(order) })}>
      {toDeliver && <Notice>{t('deliveries.reminder')}</Notice>}
      <ListState list={list} items={deliveries} empty={null}>
        {(shown) => (
          <ol className={classes.deliveries}>
            {shown.map((delivery) => (
              <One key={delivery.id} order={order} delivery={delivery} />
            ))}
          </ol>
        )}
      </ListState>
    </Section>
  );
}

export type Seal = 'sealed' | 'open' | 'closed';

const TONES: Record<Seal, Tone> = { sealed: 'waiting', open: 'positive', closed: 'quiet' };

function One({ order, delivery }: { order: Order; delivery: Delivery }) {
  const { t } = useTranslation('orders');
  const nameOf = useMilestoneName(order);
  const { files, message, milestone: number } = delivery;
  const milestone = order.milestones[number - 1];
  const seal = delivery.seal as Seal;
  return (
    <li className={classes.delivery}>
      <div className={part.head}>
        <h3>{milestone ? nameOf(milestone) : t('part.only')}</h3>
        {files.length > 0 && <StatusBadge tone={TONES[seal]}>{t(`seal.${seal}`)}</StatusBadge>}
        <p className={classes.date}>
          <DateText value={delivery.delivered_at} as="day-time" />
        </p>
      </div>
      {message && <Prose>{message}</Prose>}
      {files.length > 0 && (
        <>
          <WhenOpen order={order} delivery={delivery} />
          <DeliveredFiles files={files} />
        </>
      )}
    </li>
  );
}

/** One sentence for each side: whether the files are open, and else when. */
function WhenOpen({ order, delivery }: { order: Order; delivery: Delivery }) {
  const { t } = useTranslation('orders');
  const { side, other: name } = useSides(order);
  const acceptBy = order.milestones[delivery.milestone - 1]?.accept_by;
  const seal = delivery.seal as Seal;
  return (
    <p className={classes.when}>
      {t(`opens.${side}.${seal}`, { name, context: wordsOf(order) })}
      {seal === 'sealed' && acceptBy && (
        <>
          {' '}
          {t(`opens.${side}.by`)} <DateText value={acceptBy} as="day-time" />.
        </>
      )}
    </p>
  );
}
