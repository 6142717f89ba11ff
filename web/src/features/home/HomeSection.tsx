// A part of the home page: a large title, one line under it, and a way on.
import { useId, type ReactNode } from 'react';
import classes from './HomeSection.module.css';

interface HomeSectionProps {
  title: string;
  lead: string;
  more: ReactNode;
  children: ReactNode;
}

export function HomeSection({ title, lead, more, children }: HomeSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{lead}</p>
        </div>
        <div>{more}</div>
      </div>
      {children}
    </section>
  );
}
