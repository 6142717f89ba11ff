// What each side does with an order: the one thing to do now first, the others quiet after it.
import { CompleteMission } from '@/app/CompleteMission';
import { useSides } from '@/app/sides';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ActModal } from '@/ui/ActModal';
import { AskingButton } from '@/ui/AskingButton';
import { AskingWhyButton } from '@/ui/AskingWhyButton';
import { ButtonLink } from '@/ui/Link';
import { toast } from '@/ui/toast';
import { Money, useLocale, useNow } from '@/ui/values';
import { Deliver } from './DeliverForm';
import { ReviewLot } from './LotReview';
import { OpenDispute, Pay, SeeDispute, Start } from './MoneyActs';
import { useMilestoneName, wordsOf } from './parts';
import { useOrderChanges, type Milestone, type Order } from './queries';
import { SayForm } from './SayForm';
import { ApproveSheet, ContestSheet, StopMission } from './SheetActs';
import { currentOf, followingOf, revisionsLeft, toComeOf } from './standing';
import { WeeklyHours } from './WeeklyHours';

interface Props {
  order: Order;
}

export function OrderActs({ order }: Props) {
  const { t } = useTranslation('orders');
  const can = (action: string) => order.actions.includes(action);
  const current = currentOf(order);
  const { other } = useSides(order);
  const { lot } = order;
  const byTheHour = order.timesheet !== null && order.timesheet !== undefined;
  return (
    <>
      {current && can('pay') && <Pay order={order} milestone={current} />}
      {can('start') && <Start order={order} />}
      {order.status === 'disputed' && <SeeDispute order={order} />}
      {current && can('deliver') && <Deliver order={order} milestone={current} />}
      {current &&
        can('accept') &&
        (byTheHour ? (
          <ApproveSheet order={order} sheet={current} />
        ) : (
          <Accept order={order} milestone={current} />
        ))}
      {can('complete') && lot && <CompleteMission tender={lot.tender} lot={lot.id} name={other} />}
      <ReviewLot order={order} />
      {can('review') && <ButtonLink href={urls.orderReview(order.id)}>{t('review')}</ButtonLink>}
      {current &&
        can('request_revision') &&
        (byTheHour ? (
          <ContestSheet order={order} sheet={current} />
        ) : (
          <Revision order={order} milestone={current} />
        ))}
      <ButtonLink href={urls.conversation(order.conversation)} variant="default">
        {t('write')}
      </ButtonLink>
      {can('set_weekly_hours') && <WeeklyHours order={order} />}
      {can('stop') && (byTheHour ? <StopMission order={order} /> : <Stop order={order} />)}
      {can('cancel') && <Cancel order={order} />}
      {can('dispute') && <OpenDispute order={order} />}
    </>
  );
}

interface ActProps extends Props {
  milestone: Milestone;
}

function Revision({ order, milestone }: ActProps) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { requestRevision } = useOrderChanges();
  const left = revisionsLeft(order, milestone);
  return (
    <ActModal label={t('revision.button')} title={t('revision.title')}>
      {(close) => (
        <SayForm
          label={t('revision.message')}
          hint={t('revision.hint')}
          submitLabel={t('revision.submit')}
          note={left === null ? t('revision.unlimited') : t('revision.left', { count: left })}
          send={(message, key) => requestRevision(order.id, message, key)}
          onDone={() => {
            toast.done(t('revision.done', { name }));
            close();
          }}
        />
      )}
    </ActModal>
  );
}

function Accept({ order, milestone }: ActProps) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { accept } = useOrderChanges();
  const part = useMilestoneName(order)(milestone);
  return (
    <AskingButton
      primary
      label={t('accept.button')}
      title={t('accept.title', { part })}
      confirmLabel={t('accept.button')}
      consequences={[
        <>
          {t('accept.price', { name })} <Money value={milestone.gross} /> {t('gross')}.
        </>,
        ...(order.settlement === 'held' ? [t('accept.released', { name })] : []),
        useWhatFollows(order),
        t('accept.final'),
      ]}
      onConfirm={() => accept(order.id)}
      done={t('accept.done')}
    />
  );
}

/** What accepting sets off: the end, the next milestone at once, or a period on its day. */
function useWhatFollows(order: Order): string {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const nameOf = useMilestoneName(order);
  const now = useNow();
  const next = followingOf(order);
  if (!next) return t('accept.completes');
  const name = nameOf(next);
  const waits = next.opens_at && Date.parse(next.opens_at) > now ? next.opens_at : null;
  if (!waits && order.settlement === 'held') return t('accept.pays', { part: name });
  return waits
    ? t('accept.opens', { part: name, date: formatDate(waits, locale) })
    : t('accept.starts', { part: name });
}

/** No further period; what has begun goes on. */
function Stop({ order }: Props) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { stop } = useOrderChanges();
  return (
    <AskingWhyButton
      label={t('stop.button')}
      title={t('stop.title')}
      confirmLabel={t('stop.button')}
      consequences={[
        t('stop.toCome', { count: toComeOf(order).length }),
        t('stop.goesOn'),
        t('stop.told', { name }),
        t('stop.final'),
      ]}
      onConfirm={(reason) => stop(order.id, reason)}
      done={t('stop.done')}
      reasonLabel={t('cancel.reason')}
      reasonHint={t('cancel.hint', { name })}
    />
  );
}

function Cancel({ order }: Props) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { cancel } = useOrderChanges();
  const accepted = order.milestones.filter(({ state }) => state === 'accepted').length;
  const isHeld = (order.money?.held.amount ?? 0) > 0;
  return (
    <AskingWhyButton
      label={t('cancel.button')}
      title={t('cancel.title')}
      confirmLabel={t('cancel.button')}
      consequences={[
        accepted > 0
          ? t('cancel.stays', { count: accepted })
          : t('cancel.all', { context: wordsOf(order) }),
        ...(isHeld ? [t('cancel.refund')] : []),
        ...(order.lot ? [t('cancel.lot')] : []),
        t('cancel.told', { name }),
        t('cancel.final'),
      ]}
      onConfirm={(reason) => cancel(order.id, reason)}
      done={t('cancel.done')}
      reasonLabel={t('cancel.reason')}
      reasonHint={t('cancel.hint', { name })}
    />
  );
}
