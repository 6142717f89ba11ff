// Facts as sentences, day by day: what happened, who did it, and on demand everything that was recorded.
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { useLocale } from '@/ui/values';
import { byDay, fieldsOf, mentionsOf, piecesOf, quoteOf, sentenceKey } from './fact';
import { Mention, Person } from './Mention';
import classes from './FactList.module.css';
import type { Fact } from './queries';
import type { Plan, Role } from './words';

interface FactListProps {
  facts: readonly Fact[];
  /** Days are headings under the page's title, or under a section's. */
  dayAs?: 'h2' | 'h3';
}

export function FactList({ facts, dayAs: Day = 'h2' }: FactListProps) {
  const locale = useLocale();
  return byDay(facts, (instant) => formatDate(instant, locale, 'long')).map((group) => (
    <section key={group.day} className={classes.group}>
      <Day className={classes.day}>{group.day}</Day>
      <ol className={classes.facts}>
        {group.facts.map((fact) => (
          <li key={fact.id} className={classes.fact}>
            <Time instant={fact.at} />
            <div className={classes.body}>
              <p>
                <Sentence fact={fact} />
              </p>
              <Quote fact={fact} />
              <FactDetails fact={fact} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  ));
}

function Time({ instant }: { instant: string }) {
  const locale = useLocale();
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <time className={classes.time} dateTime={instant}>
      {clock.format(new Date(instant))}
    </time>
  );
}

/** The sentence in the reader's language; a fact that has none yet is told by its name. */
export function Sentence({ fact }: { fact: Fact }) {
  const text = useSentence(fact);
  const mentions = mentionsOf(fact);
  return piecesOf(text).map((piece, index) => {
    if ('text' in piece) return <Fragment key={index}>{piece.text}</Fragment>;
    const name = piece.mention as keyof typeof mentions;
    const id = mentions[name];
    return id ? <Mention key={index} name={name} id={id} /> : null;
  });
}

function useSentence(fact: Fact): string {
  const { t } = useTranslation('operator');
  const locale = useLocale();
  const { plan, until_ms, role, reason, number, milestone, hours, amount } = fieldsOf(fact);
  return t(`sentences.${sentenceKey(fact)}` as 'sentences.tender.closed', {
    defaultValue: fact.kind,
    plan: plan && t(`plans.${plan as Plan}`, { defaultValue: plan }),
    until: until_ms && formatDate(new Date(Number(until_ms)).toISOString(), locale),
    role: role && t(`roles.${role as Role}`, { defaultValue: role }),
    reason: reason && t(`reasons.${reason as 'tender_closed'}`, { defaultValue: reason }),
    number,
    milestone,
    hours,
    amount,
  });
}

function Quote({ fact }: { fact: Fact }) {
  const { t } = useTranslation('operator');
  const quote = quoteOf(fact);
  return quote ? <p className={classes.quote}>{t('quote', { quote })}</p> : null;
}

function FactDetails({ fact }: { fact: Fact }) {
  const { t } = useTranslation('operator');
  const locale = useLocale();
  const rows: [string, string][] = [
    [t('log.fact'), fact.kind],
    [t('log.instant'), formatDate(fact.at, locale, 'day-time')],
    [t('log.account'), fact.account ?? '—'],
    [t('log.organization'), fact.organization ?? '—'],
    ...Object.entries(fieldsOf(fact)),
  ];
  return (
    <details className={classes.details}>
      <summary>
        <span>
          {fact.account && fact.organization ? (
            <Person account={fact.account} organization={fact.organization} />
          ) : (
            t('log.nobody')
          )}
        </span>
        <span className={classes.more}>
          {t('log.details')}
          <IconChevronRight size={16} aria-hidden />
        </span>
      </summary>
      <dl className={classes.fields}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Link href={urls.operatorLog({ subject: fact.subject })}>{t('log.same')}</Link>
    </details>
  );
}
