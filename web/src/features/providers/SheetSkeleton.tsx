// The sheet while it is on its way: the same places, so that nothing moves when it comes.
import { Skeleton } from '@mantine/core';
import { PageSkeleton } from '@/ui/states';
import classes from './SheetSkeleton.module.css';

export function SheetSkeleton() {
  return (
    <div className={classes.sheet}>
      <Skeleton className={classes.emblem} />
      <PageSkeleton />
    </div>
  );
}
