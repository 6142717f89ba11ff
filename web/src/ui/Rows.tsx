// Lists are rows between hairlines, not boxes: one line of title, one of facts, a status, one action.
import { createContext, use, type ReactNode } from 'react';
import { BareLink } from './Link';
import classes from './Rows.module.css';

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.rows} aria-label={label} data-rows="">
      {children}
    </ul>
  );
}

/** Directly under the page's title, rows are its second level; in a section, the third. */
export const RowLevel = createContext<'h2' | 'h3'>('h2');

interface RowProps {
  title: ReactNode;
  /** Makes the whole row a link; the title carries it for assistive technology. */
  href?: string;
  /** What the thing is at first sight, beside its title. */
  aside?: ReactNode;
  facts?: ReactNode[];
  children?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  lead?: ReactNode;
  /** Draws the eye to a row that waits for the reader. */
  pinned?: boolean;
}

export function Row(props: RowProps) {
  const { title, href, aside, facts, children, status, actions, lead, pinned } = props;
  return (
    <li className={classes.row} data-pinned={pinned || undefined} data-link={href ? '' : undefined}>
      {lead && <div className={classes.lead}>{lead}</div>}
      <div className={classes.body}>
        <div className={classes.words}>
          <Title>
            {href ? (
              <BareLink href={href} className={classes.cover}>
                {title}
              </BareLink>
            ) : (
              title
            )}
          </Title>
          {aside}
        </div>
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

function Title({ children }: { children: ReactNode }) {
  const level = use(RowLevel);
  if (level === 'h2') return <h2 className={classes.title}>{children}</h2>;
  return <h3 className={classes.title}>{children}</h3>;
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
