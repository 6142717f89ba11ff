// The whole help on one page, with a summary of which every line is a link (S1-180), and at its end a form for what
// it does not answer (S4-022).
import { useTranslation } from 'react-i18next';
import { ContactForm } from '@/app/ContactForm';
import { Page, PageHeader } from '@/ui/Page';
import { RichText } from '@/ui/RichText';
import { Useful } from './Useful';
import classes from './HelpPage.module.css';

interface Entry {
  anchor: string;
  title: string;
  text: string[];
}

interface Chapter {
  anchor: string;
  title: string;
  entries: Entry[];
}

interface Part {
  anchor: string;
  title: string;
  chapters: Chapter[];
}

/** Where the form stands on the page. */
const CONTACT = 'ecrivez-nous';

export default function HelpPage() {
  const { t } = useTranslation('help');
  const parts: Part[] = t('parts', { returnObjects: true });
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} lead={t('lead')} />
      <div className={classes.columns}>
        <Summary parts={parts} />
        <div className={classes.parts}>
          {parts.map((part) => (
            <PartText key={part.anchor} part={part} />
          ))}
          <section id={CONTACT} className={classes.contact}>
            <h2>{t('contact.title')}</h2>
            <p>{t('contact.text')}</p>
            <ContactForm />
          </section>
        </div>
      </div>
    </Page>
  );
}

function Summary({ parts }: { parts: Part[] }) {
  const { t } = useTranslation('help');
  return (
    <nav className={classes.summary} aria-label={t('summary')}>
      {parts.map((part) => (
        <div key={part.anchor}>
          <a href={`#${part.anchor}`} className={classes.partLink}>
            {part.title}
          </a>
          <ul>
            {part.chapters.map((chapter) => (
              <li key={chapter.anchor}>
                <a href={`#${chapter.anchor}`}>{chapter.title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <a href={`#${CONTACT}`} className={classes.partLink}>
        {t('contact.title')}
      </a>
    </nav>
  );
}

function PartText({ part }: { part: Part }) {
  return (
    <section id={part.anchor} className={classes.part}>
      <h2>{part.title}</h2>
      {part.chapters.map((chapter) => (
        <section key={chapter.anchor} id={chapter.anchor} className={classes.chapter}>
          <h3>{chapter.title}</h3>
          {chapter.entries.map((entry) => (
            <article key={entry.anchor} id={entry.anchor} className={classes.entry}>
              <h4>
                <a href={`#${entry.anchor}`}>{entry.title}</a>
              </h4>
              <RichText paragraphs={entry.text} />
            </article>
          ))}
          <Useful article={chapter.anchor} title={chapter.title} />
        </section>
      ))}
    </section>
  );
}
