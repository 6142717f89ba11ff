// What is done with a sheet of hours: the client approves or contests it, and either side stops the mission.
import { useTranslation } from 'react-i18next';
import { useSides } from '@/app/sides';
import { formatDuration } from '@/lib/durations';
import { ActModal } from '@/ui/ActModal';
import { AskingButton } from '@/ui/AskingButton';
import { AskingWhyButton } from '@/ui/AskingWhyButton';
import { toast } from '@/ui/toast';
import { Money, useLocale } from '@/ui/values';
import { useOrderChanges, type Milestone, type Order } from './queries';
import { SayForm } from './SayForm';
import { currentOf } from './standing';

interface Props {
  order: Order;
}

interface SheetProps extends Props {
  sheet: Milestone;
}

export function ContestSheet({ order, sheet: { number } }: SheetProps) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { requestRevision } = useOrderChanges();
  return (
    <ActModal label={t('contest.button')} title={t('contest.title', { number })}>
      {(close) => (
        <SayForm
          label={t('contest.message')}
          hint={t('contest.hint')}
          submitLabel={t('contest.submit')}
          note={t('contest.note', { name })}
          send={(message, key) => requestRevision(order.id, message, key)}
          onDone={() => {
            toast.done(t('contest.done', { name }));
            close();
          }}
        />
      )}
    </ActModal>
  );
}

export function ApproveSheet({ order, sheet }: SheetProps) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { accept } = useOrderChanges();
  const duration = formatDuration(sheet.minutes ?? 0, useLocale());
  return (
    <AskingButton
      primary
      label={t('approve.button')}
      title={t('approve.title', { number: sheet.number })}
      confirmLabel={t('approve.button')}
      consequences={[
        <>
          {t('approve.price', { duration, name })} <Money value={sheet.gross} /> {t('gross')}.
        </>,
        t('approve.final'),
        t(`approve.${whatFollows(order)}`),
      ]}
      onConfirm={() => accept(order.id)}
      done={t('approve.done')}
    />
  );
}

/** A mission that was stopped has at most the sheet that was begun meanwhile. */
function whatFollows(order: Order) {
  if (!order.timesheet?.stopped_at) return 'next';
  return (order.timesheet?.ahead?.minutes ?? 0) > 0 ? 'nextIsLast' : 'completes';
}

export function StopMission({ order }: Props) {
  const { t } = useTranslation('orders');
  const { other: name } = useSides(order);
  const { stop } = useOrderChanges();
  return (
    <AskingWhyButton
      label={t('stopHours.button')}
      title={t('stopHours.title')}
      confirmLabel={t('stopHours.button')}
      consequences={[
        useWhatRemains(order),
        t('stopHours.noMore'),
        t('stopHours.told', { name }),
        t('stopHours.final'),
      ]}
      onConfirm={(reason) => stop(order.id, reason)}
      done={t('stopHours.done')}
      reasonLabel={t('cancel.reason')}
      reasonHint={t('cancel.hint', { name })}
    />
  );
}

/** What becomes of the hours that are logged already. */
function useWhatRemains(order: Order): string {
  const { t } = useTranslation('orders');
  const { side, other: name } = useSides(order);
  const locale = useLocale();
  const current = currentOf(order);
  if (!current?.minutes) return t('stopHours.empty');
  const duration = formatDuration(current.minutes, locale);
  return t(`stopHours.${side}.${current.state as 'started'}`, { name, duration });
}
