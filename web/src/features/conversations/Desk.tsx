// The inbox and a thread side by side where there is room, one at a time elsewhere.
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { todoQuery } from '@/app/todo';
import classes from './Desk.module.css';
import { Inbox } from './Inbox';
import { LIVE } from './queries';

/** Keep in step with Desk.module.css and the layout's frame. */
const ROOM_FOR_BOTH = '(min-width: 68.75rem)';

interface DeskProps {
  /** The conversation that is open, if one is. */
  current?: string;
  children: ReactNode;
}

export function Desk({ current, children }: DeskProps) {
  const both = useMediaQuery(ROOM_FOR_BOTH, false, { getInitialValueInEffect: false });
  // The number in the navigation follows what is seen here.
  useQuery({ ...todoQuery, refetchInterval: LIVE.refetchInterval });
  return (
    <div className={classes.desk} data-fill={current || both ? 'always' : undefined}>
      {(both || !current) && <Inbox current={current} />}
      {(both || current) && <div className={classes.main}>{children}</div>}
    </div>
  );
}
