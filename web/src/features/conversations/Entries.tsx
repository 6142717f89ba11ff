// The entries of a day: messages as bubbles, mine on the right; news of offers and missions between them.
import { useTranslation } from 'react-i18next';
import { useDepartementName, useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { dayName, formatDate } from '@/lib/dates';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Facts } from '@/ui/Rows';
import { useLocale } from '@/ui/values';
import { Attachments } from './Attachments';
import classes from './Entries.module.css';
import { nameOf } from './Face';
import { NewsCard } from './NewsCard';
import type { Conversation, Entry } from './queries';
import { isMessage, type Day, type Turn } from './thread';

interface DayOfProps {
  day: Day;
  conversation: Conversation;
  now: number;
}

export function DayOf({ day, conversation, now }: DayOfProps) {
  const locale = useLocale();
  return (
    <section className={classes.day}>
      <h2 className={classes.date}>
        <time dateTime={day.at}>{dayName(day.at, now, locale)}</time>
      </h2>
      {day.turns.map((turn) =>
        isMessage(turn.entries[0]) ? (
          <Said key={turn.key} turn={turn} conversation={conversation} />
        ) : (
          <NewsCard key={turn.key} entry={turn.entries[0]} conversation={conversation} />
        ),
      )}
    </section>
  );
}

/** What one person said in one breath; who and when stand under it, once. */
function Said({ turn, conversation }: { turn: Turn; conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const me = useMe();
  const [first] = turn.entries;
  const mine = first.from === 'me';
  const ownWords = mine && (!first.author || first.author === me.given_name);
  const who = mine ? (first.author ?? t('thread.you')) : nameOf(conversation);
  return (
    <div className={classes.turn} data-mine={mine || undefined}>
      {turn.entries.map((entry) => (
        <Bubble key={entry.id} entry={entry} conversation={conversation} />
      ))}
      <p className={classes.by}>
        {/* One's own name, and the other's above, go without saying; not for a screen reader. */}
        <span className={mine && !ownWords ? undefined : 'visually-hidden'}>
          {ownWords ? t('thread.you') : who}{' '}
        </span>
        <Time at={turn.entries.at(-1)?.at ?? first.at} />
      </p>
    </div>
  );
}

export function Time({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} title={formatDate(at, locale, 'day-time')}>
      {formatDate(at, locale, 'time')}
    </time>
  );
}

function Bubble({ entry, conversation }: { entry: Entry; conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const isErased = entry.text === '' && entry.attachments.length === 0;
  return (
    <div className={classes.bubble} data-erased={isErased || undefined}>
      {entry.need && <AboutNeed need={entry.need} />}
      {entry.service && <AboutService service={entry.service} />}
      {entry.tender && (
        <About tender={entry.tender} isClient={conversation.counterpart_kind === 'provider'} />
      )}
      {(isErased || entry.text) && <p>{entry.text || t('thread.erased')}</p>}
      <Attachments files={entry.attachments} />
    </div>
  );
}

/** The need that a message hands over: what the provider has to know at a glance (S5-013). */
function AboutNeed({ need }: { need: NonNullable<Entry['need']> }) {
  const { t } = useTranslation('conversations');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const locale = useLocale();
  const { budget_min: least, budget_max: most } = need;
  const money = (value: NonNullable<typeof most>) => formatMoney(value, locale, 'auto');
  const budget = [
    least && t('need.atLeast', { amount: money(least) }),
    most && t('need.atMost', { amount: money(most) }),
  ].filter(Boolean);
  return (
    <div className={classes.need}>
      <p className={classes.about}>
        {t('need.about')}{' '}
        {need.id ? (
          <Link href={urls.need(need.id)}>{need.title}</Link>
        ) : (
          <strong>{need.title}</strong>
        )}
      </p>
      <Facts
        items={[
          tradeName(need.trade),
          placeName(need.departement),
          need.day && formatDate(need.day, locale),
          budget.length > 0 && `${t('need.budget')} ${budget.join(', ')}`,
        ]}
      />
    </div>
  );
}

/** The service that a message is about; its page stands as long as it is on the shelf. */
function AboutService({ service }: { service: NonNullable<Entry['service']> }) {
  const { t } = useTranslation('conversations');
  return (
    <p className={classes.about}>
      {t('thread.about')}{' '}
      {service.slug ? (
        <Link href={urls.service(service.slug)}>{service.title}</Link>
      ) : (
        service.title
      )}
    </p>
  );
}

/** The event that a message is about. */
function About({ tender, isClient }: { tender: NonNullable<Entry['tender']>; isClient: boolean }) {
  const { t } = useTranslation('conversations');
  const href = isClient ? urls.event(tender.id) : urls.tender(tender.slug);
  return (
    <p className={classes.about}>
      {t('thread.about')} {tender.slug ? <Link href={href}>{tender.title}</Link> : tender.title}
    </p>
  );
}
