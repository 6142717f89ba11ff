// The counters of GET /v1/me/todo as figures; each leads to where it is dealt with.
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { urls } from '@/lib/urls';
import { BareLink } from '@/ui/Link';
import classes from './Counters.module.css';
import { FAILED_REFUNDS } from './words';

interface Counter {
  count: number;
  label: string;
  /** What is most pressing about it. */
  note?: string | undefined;
  href?: string;
  /** It cannot wait. */
  urgent?: boolean;
}

export function Counters({ todo }: { todo: components['schemas']['TodoView'] }) {
  const { t } = useTranslation('operator');
  const { operator } = todo;
  const [deletions, overdue, missions, disputes, refunds, messages, mails] = [
    operator?.deletions_to_carry_out ?? 0,
    operator?.deletions_overdue ?? 0,
    operator?.missions_to_end ?? 0,
    operator?.disputes_to_rule ?? 0,
    operator?.refunds_failed ?? 0,
    operator?.messages_to_answer ?? 0,
    operator?.mails_failed ?? 0,
  ];
  const counters: Counter[] = [
    {
      count: deletions,
      label: t('counters.deletions', { count: deletions }),
      note: overdue > 0 ? t('counters.overdue', { count: overdue }) : undefined,
      href: urls.operatorDeletions,
      urgent: overdue > 0,
    },
    {
      count: missions,
      label: t('counters.missions', { count: missions }),
      href: urls.operatorMissions,
    },
    {
      count: disputes,
      label: t('counters.disputes', { count: disputes }),
      href: urls.disputes(),
      urgent: disputes > 0,
    },
    {
      count: refunds,
      label: t('counters.refunds', { count: refunds }),
      href: urls.operatorMoney(FAILED_REFUNDS),
      urgent: refunds > 0,
    },
    {
      count: messages,
      label: t('counters.messages', { count: messages }),
      href: urls.operatorMessages,
    },
    {
      count: mails,
      label: t('counters.mails', { count: mails }),
      href: urls.operatorMails,
      urgent: mails > 0,
    },
    {
      count: todo.unread_notices,
      label: t('counters.notices', { count: todo.unread_notices }),
      href: urls.notifications,
    },
  ];
  return (
    <ul className={classes.counters} aria-label={t('counters.label')}>
      {counters.map((counter) => (
        <li key={counter.label} data-urgent={counter.urgent || undefined}>
          <Figure {...counter} />
        </li>
      ))}
    </ul>
  );
}

function Figure({ count, label, note, href }: Counter) {
  const content = (
    <>
      <span className={classes.count}>{count}</span>
      <span className={classes.label}>
        {label}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </>
  );
  if (!href) return <div className={classes.figure}>{content}</div>;
  return (
    <BareLink className={classes.figure} href={href}>
      {content}
    </BareLink>
  );
}
