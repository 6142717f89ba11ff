// Lists are rows between hairlines, not boxes: one line of title, one of facts, a status, one action.
import type { ReactNode } from 'react';
import { BareLink } from './Link';
import classes from './Rows.module.css';

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ReactNode;
  /** Makes the whole row a link; the title carries it for assistive technology. */
  href?: string;
  facts?: ReactNode[];
  children?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  lead?: ReactNode;
  /** Draws the eye to a row that waits for the reader. */
  pinned?: boolean;
}

export function Row({ title, href, facts, children, status, actions, lead, pinned }: RowProps) {
  return (
    <li className={classes.row} data-pinned={pinned || undefined} data-link={href ? '' : undefined}>
      {lead && <div className={classes.lead}>{lead}</div>}
      <div className={classes.body}>
        <h3 className={classes.title}>
          {href ? (
            <BareLink href={href} className={classes.cover}>
              {title}
            </BareLink>
          ) : (
            title
          )}
        </h3>
        {facts && <Facts items={facts} />}
        {children}
      </div>
      {(status || actions) && (
        <div className={classes.end}>
          {status}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
    </li>
  );
}

/** Short facts on one line, separated by middle dots; empty ones are left out. */
export function Facts({ items }: { items: ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false);
  return (
    <ul className={classes.facts}>
      {shown.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
