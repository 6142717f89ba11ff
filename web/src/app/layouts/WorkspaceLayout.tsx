// The signed-in part: the person's own navigation on the side, at the bottom of a phone.
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { BareLink } from '@/ui/Link';
import { Page } from '@/ui/Page';
import { PageSkeleton } from '@/ui/states';
import { accountEntries, isCurrent, useHasPage, workEntries, type Entry } from '../navigation';
import { useLive } from '../live';
import { useSession, type Me } from '../session';
import { useGo, usePath } from '../url-state';
import { Frame } from './Frame';
import { Unread } from './Unread';
import classes from './WorkspaceLayout.module.css';

export function WorkspaceLayout() {
  const session = useSession();
  useSignInFirst(session.state === 'visitor');
  useLive();
  if (session.state !== 'signed-in') {
    return (
      <Frame>
        <Page>
          <PageSkeleton />
        </Page>
      </Frame>
    );
  }
  return (
    <Frame rail={<Rail me={session.me} />} foot={<PhoneBar me={session.me} />}>
      <Outlet />
    </Frame>
  );
}

/** A visitor signs in first, and comes back to the page that was asked for. */
function useSignInFirst(visitor: boolean) {
  const go = useGo();
  useEffect(() => {
    if (!visitor) return;
    const { pathname, search } = window.location;
    go(urls.signIn(pathname + search), { replace: true });
  }, [visitor, go]);
}

function Rail({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  return (
    <div className={`${classes.rail} no-print`}>
      <Entries
        label={me.organization.kind === 'operator' ? t('nav.operator') : t('nav.workspace')}
        entries={workEntries[me.organization.kind]}
      />
      <Entries label={t('nav.account')} entries={accountEntries[me.organization.kind]} titled />
    </div>
  );
}

interface EntriesProps {
  label: string;
  entries: Entry[];
  titled?: boolean;
}

function Entries({ label, entries, titled = false }: EntriesProps) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const path = usePath();
  const shown = entries.filter(({ href }) => hasPage(href));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={label}>
      {titled && <p className={classes.heading}>{label}</p>}
      <ul className={classes.entries}>
        {shown.map((entry) => (
          <li key={entry.href}>
            <BareLink href={entry.href} aria-current={isCurrent(entry, path) ? 'page' : undefined}>
              <entry.icon size={20} stroke={1.75} aria-hidden />
              {t(`nav.${entry.text}`)}
              {entry.unread && <Unread of={entry.unread} />}
            </BareLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PhoneBar({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const path = usePath();
  return (
    <nav className={`${classes.phone} no-print`} aria-label={t('nav.workspace')}>
      {workEntries[me.organization.kind]
        .filter(({ href }) => hasPage(href))
        .slice(0, 4)
        .map((entry) => (
          <BareLink
            key={entry.href}
            href={entry.href}
            aria-current={isCurrent(entry, path) ? 'page' : undefined}
          >
            <span className={classes.phoneIcon}>
              <entry.icon size={22} stroke={1.75} aria-hidden />
              {entry.unread && <Unread of={entry.unread} onIcon />}
            </span>
            <span>{t(`nav.${entry.text}`)}</span>
          </BareLink>
        ))}
    </nav>
  );
}
