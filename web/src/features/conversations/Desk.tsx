// The inbox, a thread and its details side by side where there is room, one at a time elsewhere; its letters of
// the keyboard.
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { itemsOf } from '@/api/pages';
import { todoQuery } from '@/app/todo';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import classes from './Desk.module.css';
import { useKept, wantedOf } from './filters';
import { Inbox } from './Inbox';
import { inboxQuery, LIVE } from './queries';
import { stepFrom, useShortcuts } from './shortcuts';
import { ShortcutsSheet } from './ShortcutsSheet';

/** Keep in step with Desk.module.css and the layout's frame. */
const ROOM_FOR_TWO = '(min-width: 68.75rem)';
const ROOM_FOR_THREE = '(min-width: 80rem)';
const FIRST_ANSWER = { getInitialValueInEffect: false };

interface DeskProps {
  /** The conversation that is open, if one is. */
  current?: string;
  children: ReactNode;
  /** What stands beside the thread, or in its place. */
  details?: (inItsPlace: boolean) => ReactNode;
  /** The address asks for the details where there is room for one pane or two. */
  detailed?: boolean;
}

export function Desk({ current, children, details, detailed = false }: DeskProps) {
  const two = useMediaQuery(ROOM_FOR_TWO, false, FIRST_ANSWER);
  const three = useMediaQuery(ROOM_FOR_THREE, false, FIRST_ANSWER);
  const [helping, setHelping] = useState(false);
  useLetters(current, () => setHelping(true));
  // The number in the navigation follows what is seen here.
  useQuery({ ...todoQuery, refetchInterval: LIVE.refetchInterval });
  const aside = three || detailed ? details?.(!three) : null;
  return (
    <div className={classes.desk} data-fill={current || two ? 'always' : undefined}>
      {(two || !current) && <Inbox current={current} />}
      {(two || current) && (three || !aside) && <div className={classes.main}>{children}</div>}
      {aside}
      <ShortcutsSheet opened={helping} onClose={() => setHelping(false)} />
    </div>
  );
}

/** j and k go through the list, e to the next one to read, r to the answer. */
function useLetters(current: string | undefined, help: () => void) {
  const kept = useKept();
  const list = useInfiniteQuery(inboxQuery(wantedOf(kept)));
  const open = useGo();
  const all = itemsOf(list.data);
  const ids = all.map(({ id }) => id);
  const go = (id: string | undefined) => {
    if (id) open(urls.conversation(id, kept));
  };
  useShortcuts({
    j: () => go(stepFrom(ids, current, 1)),
    k: () => go(stepFrom(ids, current, -1)),
    e: () => go(all.find(({ id, unread }) => unread > 0 && id !== current)?.id),
    r: () => document.querySelector<HTMLElement>('[data-answer]')?.focus(),
    '?': help,
  });
}
