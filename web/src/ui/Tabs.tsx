// Tabs are addresses: each opens on its own, can be shared, and the browser's back button works.
import { BareLink } from './Link';
import classes from './Tabs.module.css';

export interface TabLink {
  href: string;
  label: string;
  /** Things waiting there. */
  count?: number;
  current: boolean;
}

export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className={classes.frame}>
      <ul className={classes.tabs}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <BareLink href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
            </BareLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
