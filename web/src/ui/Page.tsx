// The frame of every page: its title (also the browser's), what it is for, its one main action.
import { useEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BareLink } from './Link';
import { RowLevel } from './Rows';
import classes from './Page.module.css';

export interface Crumb {
  label: string;
  href: string;
}

interface PageProps {
  children: ReactNode;
  /** "text" for reading, "form" for one column of fields, "wide" for lists and boards. */
  width?: 'text' | 'form' | 'wide';
}

export function Page({ children, width = 'wide' }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}

interface PageHeaderProps {
  title: string;
  /** The browser's title when it must say more than the page's. */
  documentTitle?: string;
  /** For search engines and shared links. */
  description?: string;
  lead?: ReactNode;
  /** A status or a date, beside the title. */
  aside?: ReactNode;
  /** The page's one primary button first; others as variant="default". */
  actions?: ReactNode;
  crumbs?: Crumb[];
  /** A picture of what the page is about, before the title. */
  picture?: ReactNode;
}

export function PageHeader(props: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <DocumentTitle title={props.documentTitle ?? props.title} description={props.description} />
      {props.crumbs && <Crumbs crumbs={props.crumbs} />}
      <div className={classes.top}>
        {props.picture}
        <div className={classes.heading}>
          <div className={classes.words}>
            <h1>{props.title}</h1>
            {props.aside && <div className={classes.aside}>{props.aside}</div>}
          </div>
          {props.lead && <div className={classes.lead}>{props.lead}</div>}
        </div>
        {props.actions && <div className={classes.actions}>{props.actions}</div>}
      </div>
    </header>
  );
}

const address = () => window.location.pathname + window.location.search;

/** The title that the server gave the address that was opened, for search engines. French, like all it writes. */
const served = document.querySelector('link[rel="canonical"]')
  ? { address: address(), title: document.title }
  : null;

/** The tab's title, and what search engines and shared links say of the page. */
export function DocumentTitle({ title, description }: { title: string; description?: string }) {
  useEffect(() => {
    const whole = title.includes('Estrade') ? title : `${title} · Estrade`;
    // The title of a page does not change under the reader's eyes.
    const stays = served?.address === address() && document.documentElement.lang === 'fr';
    document.title = stays ? served.title : whole;
  });
  useEffect(() => {
    const tag = document.querySelector<HTMLMetaElement>('meta[name="description"]');
    if (tag && description) tag.content = description;
  }, [description]);
  return null;
}

/** Facts about the page for machines (schema.org). A data block: no policy forbids it. */
export function StructuredData({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  // A text that holds "</script" must not end the block.
  const safe = { __html: json.replaceAll('<', '\\u003c') };
  return <script type="application/ld+json" dangerouslySetInnerHTML={safe} />;
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation('ui');
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className={classes.crumbs}>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <BareLink href={crumb.href}>{crumb.label}</BareLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SectionProps {
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A titled part of a page, separated from the one before by a hairline. */
export function Section({ title, lead, actions, children, id }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} className={classes.section} aria-labelledby={title ? headingId : undefined}>
      {(title || actions) && (
        <div className={classes.top}>
          {title && <h2 id={headingId}>{title}</h2>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      {lead && <div className={classes.sectionLead}>{lead}</div>}
      <RowLevel value={title ? 'h3' : 'h2'}>{children}</RowLevel>
    </section>
  );
}

/** A page with a narrow second column (summary, filters, help) that falls below on small screens. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  );
}
