// The other side at a glance: a provider by its emblem, a client by the first letter of its pseudo.
import { Emblem } from '@/ui/emblem/Emblem';
import classes from './Face.module.css';
import type { Conversation } from './queries';

type Side = Pick<Conversation, 'counterpart' | 'counterpart_kind' | 'counterpart_trade'>;

/** A provider goes by its name, a client by its pseudo. */
export const nameOf = ({ counterpart }: Pick<Side, 'counterpart'>) =>
  counterpart.name ?? counterpart.handle;

export function Face({ of }: { of: Side }) {
  const { handle } = of.counterpart;
  if (of.counterpart_kind === 'provider') {
    return <Emblem handle={handle} trade={of.counterpart_trade ?? ''} size="mini" />;
  }
  return (
    <span className={classes.letter} aria-hidden>
      {handle.charAt(0).toUpperCase()}
    </span>
  );
}
