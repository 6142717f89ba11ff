// The hours of a mission, for both sides: how many they are, and on which sheet each stands. The provider logs them
// here, and takes back what is not with the client yet.
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useSides } from '@/app/sides';
import { formatDate } from '@/lib/dates';
import { formatDuration } from '@/lib/durations';
import { Section } from '@/ui/Page';
import { EmptyState, ListState, RowsSkeleton } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { DateText, Money, useLocale } from '@/ui/values';
import { sheetsOf, type Sheet } from './hours';
import { HoursSums } from './HoursSums';
import { wordsOf } from './parts';
import { hoursQuery, useOrderChanges, type Hours, type Order } from './queries';
import { milestoneTone, stateOf } from './standing';
import classes from './Timesheet.module.css';
import part from './Part.module.css';

/** With its calendar, which nobody else needs. */
const LogForm = lazy(() => import('./LogForm'));

interface Props {
  order: Order;
}

export function Timesheet({ order }: Props) {
  const { t } = useTranslation('orders');
  const list = useInfiniteQuery(hoursQuery(order.id));
  if (!order.timesheet) return null;
  return (
    <Section title={t('timesheet.title')}>
      <HoursSums timesheet={order.timesheet} />
      {typeof order.timesheet.open_sheet === 'number' && (
        <Suspense fallback={<RowsSkeleton count={2} />}>
          <LogForm order={order} />
        </Suspense>
      )}
      <ListState list={list} items={itemsOf(list.data)} empty={<NoHours order={order} />}>
        {(hours) => <Sheets order={order} hours={hours} />}
      </ListState>
    </Section>
  );
}

function NoHours({ order }: Props) {
  const { t } = useTranslation('orders');
  const { isClient, other: name } = useSides(order);
  const running = order.status !== 'cancelled' && order.status !== 'completed';
  const text = isClient ? t('timesheet.noneClient', { name }) : t('timesheet.noneProvider');
  return (
    <EmptyState title={t('timesheet.none')}>
      <p>{running ? text : t('timesheet.noneText')}</p>
    </EmptyState>
  );
}

function Sheets({ order, hours }: Props & { hours: Hours[] }) {
  const all = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.sheets} ref={all} tabIndex={-1}>
      {sheetsOf(order, hours).map((sheet) => (
        <One
          key={sheet.number}
          order={order}
          sheet={sheet}
          // The button that was pressed is gone: whoever goes by the keyboard stays here.
          onRemoved={() => all.current?.focus()}
        />
      ))}
    </div>
  );
}

interface OneProps extends Props {
  sheet: Sheet;
  onRemoved: () => void;
}

function One({ order, sheet, onRemoved }: OneProps) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const { number, minutes, hours } = sheet;
  const open = order.timesheet?.open_sheet;
  const mine = typeof open === 'number' && number >= open;
  return (
    <article className={classes.sheet}>
      <div className={part.head}>
        <h3>{t('part.sheet', { number })}</h3>
        <SheetState order={order} sheet={sheet} />
        <p className={classes.total}>
          <span>{formatDuration(minutes, locale)}</span>
          <span>
            <Money value={sheet.gross} /> {t('gross')}
          </span>
        </p>
      </div>
      {hours.length === 0 ? (
        <p className={classes.quiet}>{t('timesheet.empty')}</p>
      ) : (
        <ol className={classes.hours} aria-label={t('timesheet.list', { number })}>
          {hours.map((entry) => (
            <li key={entry.id} className={classes.entry} data-mine={mine || undefined}>
              <p className={classes.day}>
                <DateText value={entry.day} as="weekday" />
              </p>
              <p className={classes.what}>{entry.what}</p>
              <p className={classes.duration}>{formatDuration(entry.minutes, locale)}</p>
              {mine && <Remove order={order} entry={entry} onRemoved={onRemoved} />}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function SheetState({ order, sheet: { milestone } }: Pick<OneProps, 'order' | 'sheet'>) {
  const { t } = useTranslation('orders');
  if (!milestone) return <StatusBadge tone="quiet">{t('timesheet.ahead')}</StatusBadge>;
  return (
    <StatusBadge tone={milestoneTone(milestone)}>
      {t(`state.${stateOf(milestone)}`, { context: wordsOf(order) })}
    </StatusBadge>
  );
}

interface RemoveProps extends Props {
  entry: Hours;
  onRemoved: () => void;
}

function Remove({ order, entry, onRemoved }: RemoveProps) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const { removeHours } = useOrderChanges();
  const [pending, setPending] = useState(false);
  const duration = formatDuration(entry.minutes, locale);
  const day = formatDate(entry.day, locale, 'weekday');
  async function remove() {
    setPending(true);
    try {
      await removeHours(order.id, entry.id);
      toast.done(t('timesheet.removed', { duration }));
      onRemoved();
    } catch (error) {
      toast.refused(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <ActionIcon
      className={classes.remove}
      variant="subtle"
      color="gray"
      size={44}
      loading={pending}
      aria-label={t('timesheet.removeNamed', { duration, day, what: entry.what })}
      onClick={() => void remove()}
    >
      <IconTrash size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
