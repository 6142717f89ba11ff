// The milestones of an order on one line, from the first to the last: where each stands, and its dates.
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown, DateText, Money, useNow } from '@/ui/values';
import { partsShown } from './hours';
import { useMilestoneName, wordsOf } from './parts';
import type { Milestone, Order } from './queries';
import {
  currentOf,
  dueOf,
  isLate,
  isSheet,
  milestoneTone,
  revisionsLeft,
  stateOf,
} from './standing';
import classes from './Timeline.module.css';
import part from './Part.module.css';

export function Timeline({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const current = currentOf(order);
  return (
    <ol className={classes.timeline} aria-label={t('timeline.title')}>
      {partsShown(order).map((milestone) => (
        <Step
          key={milestone.number}
          order={order}
          milestone={milestone}
          current={milestone === current}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  order: Order;
  milestone: Milestone;
  current: boolean;
}

function Step({ order, milestone, current }: StepProps) {
  const { t } = useTranslation('orders');
  const nameOf = useMilestoneName(order);
  const state = stateOf(milestone);
  return (
    <li className={classes.step} data-state={state} aria-current={current ? 'step' : undefined}>
      <div className={part.head}>
        <h3>{nameOf(milestone)}</h3>
        <StatusBadge tone={milestoneTone(milestone)}>
          {t(`state.${state}`, { context: wordsOf(order) })}
        </StatusBadge>
        <p className={classes.price}>
          <Money value={milestone.gross} /> {t('gross')}
        </p>
      </div>
      <Dates order={order} milestone={milestone} current={current} />
      {milestone.released && (
        <p className={classes.revisions}>
          {t('timeline.released')} <Money value={milestone.released} />
        </p>
      )}
      {!isSheet(milestone) && <Revisions order={order} milestone={milestone} current={current} />}
    </li>
  );
}

function Dates({ order, milestone, current }: StepProps) {
  const { t } = useTranslation('orders');
  const now = useNow();
  const words = { context: wordsOf(order) };
  const past = [
    ['funded', milestone.funded_at],
    ['started', milestone.started_at],
    ['delivered', milestone.delivered_at],
    ['accepted', milestone.accepted_at],
    ['disputed', milestone.disputed_at],
    ['settled', milestone.settled_at],
    ['cancelled', milestone.cancelled_at],
  ] as const;
  const late = isLate(milestone, now);
  const coming = [
    ['payBy', milestone.pay_by],
    ['startBy', milestone.start_by],
    ['opens', milestone.opens_at],
    [dueName(milestone), dueOf(milestone)],
    ['acceptBy', milestone.accept_by],
  ] as const;
  return (
    <ul className={classes.dates}>
      {past.map(
        ([name, instant]) =>
          instant && (
            <li key={name}>
              {t(`timeline.${name}`, words)} <DateText value={instant} as="day-time" />
            </li>
          ),
      )}
      {coming.map(
        ([name, instant]) =>
          instant && (
            <li key={name} data-late={(late && name === 'due') || undefined}>
              {t(late && name === 'due' ? 'timeline.late' : `timeline.${name}`, words)}{' '}
              <DateText value={instant} as="day-time" />
              {current && !late && (
                <>
                  {' '}
                  (<Countdown until={instant} />)
                </>
              )}
            </li>
          ),
      )}
    </ul>
  );
}

/** A sheet of hours goes to the client by itself, unless it was contested. */
const dueName = (milestone: Milestone) =>
  isSheet(milestone) && milestone.state === 'revision_requested' ? 'putRight' : 'due';

/** How many revisions were asked for, and how many are left while that matters. */
function Revisions({ order, milestone, current }: StepProps) {
  const { t } = useTranslation('orders');
  const used = milestone.revisions_used;
  const left = revisionsLeft(order, milestone);
  if (used === 0 && !(current && milestone.state === 'delivered')) return null;
  return (
    <p className={classes.revisions}>
      {t('revisionsUsed', { count: used })}
      {', '}
      {left === null ? t('revisionsUnlimited') : t('revisionsLeft', { count: left })}
    </p>
  );
}
