// A fact of the log, taken apart for its sentence: whom and what it names, which words, what was said.
import { formatDate } from '@/lib/dates';
import { formatDuration } from '@/lib/durations';
import { formatMoney, type MoneyValue } from '@/lib/money';
import type { Fact } from './queries';

export type MentionName = 'organization' | 'payer' | 'client' | 'provider' | 'tender' | 'bar';

const MENTIONS: readonly MentionName[] = [
  'organization',
  'payer',
  'client',
  'provider',
  'tender',
  'bar',
];

type Details = Record<string, unknown>;

/** The fact's own fields on one level: those of a request, an offer or an order stand under one name. */
export function fieldsOf({ details }: Fact): Record<string, string> {
  const { bid, quote, pact, job, quarrel, leaving, way_out, ...own } = details as Details;
  const corners = (bid ?? quote ?? pact ?? job ?? quarrel ?? leaving) as Details | undefined;
  const all = flat({ ...own, ...corners, ...wayOut(way_out), ...hoursOf(own) });
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name, value]) => name !== 'kind' && value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}

/** A way out as two words: which, and the provider's part. */
function wayOut(given: unknown): Details {
  if (!given) return {};
  const { kind, released } = given as { kind: string; released?: MoneyValue };
  return { way_out: kind, released };
}

/** Hours as they are written, and from which day on a limit holds. */
function hoursOf({ minutes, from }: Details): Details {
  const locale = languageOfPage();
  return {
    ...(typeof minutes === 'number' && { duration: formatDuration(minutes, locale) }),
    ...(typeof from === 'string' && { from: formatDate(from, locale, 'weekday') }),
  };
}

const languageOfPage = () => document.documentElement.lang || 'fr';

/** Sums of money as one field each, in the currency's minor units. */
function flat(fields: Details): Details {
  const isMoney = (value: unknown): value is MoneyValue =>
    typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isMoney(value) ? formatMoney(value, languageOfPage()) : value,
    ]),
  );
}

/** The ids that its sentence may name. */
export function mentionsOf(fact: Fact): Partial<Record<MentionName, string>> {
  const fields = fieldsOf(fact);
  return Object.fromEntries(
    MENTIONS.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])),
  );
}

/** Which sentence tells it: a kind may need two, by who acted or what was given. */
export function sentenceKey(fact: Fact): string {
  const { organization, until_ms, approval, hours, from } = fieldsOf(fact);
  if (fact.kind === 'organization.updated' && fact.organization !== organization) {
    return 'organization.corrected';
  }
  if (fact.kind === 'organization.plan_granted' && until_ms) {
    return 'organization.plan_granted_until';
  }
  if (fact.kind === 'order.milestone_accepted' && approval === 'silence') {
    return 'order.milestone_accepted_silently';
  }
  if (fact.kind === 'order.weekly_hours_changed' && !hours) return 'order.weekly_hours_lifted';
  if (fact.kind === 'order.weekly_hours_changed' && from) return 'order.weekly_hours_lowered';
  return fact.kind;
}

const QUOTED: Record<string, string> = {
  'account.closed': 'reason',
  'organization.closed': 'reason',
  'lot.declined': 'reason',
  'lot.ended': 'reason',
  'campaign.stopped': 'reason',
  'quote_request.declined': 'reason',
  'custom_offer.declined': 'reason',
  'order.stopped': 'reason',
  'order.cancelled': 'reason',
  'dispute.opened': 'reason',
  'dispute.ruled': 'ruling',
  'ledger.stopped': 'reason',
  'ledger.resumed': 'reason',
  'account.password_reset_missed': 'handle',
};

/** What somebody wrote, in its own words; kept apart from our sentence. */
export function quoteOf(fact: Fact): string | undefined {
  const field = QUOTED[fact.kind];
  return field ? fieldsOf(fact)[field] || undefined : undefined;
}

export type Piece = { text: string } | { mention: string };

/** « <client/> a publié <tender/>. » as texts and mentions. */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/<(\w+)\/>/)
    .map((part, index) => (index % 2 ? { mention: part } : { text: part }))
    .filter((piece) => !('text' in piece && piece.text === ''));
}

/** Consecutive facts of one local day, as the log shows them. */
export function byDay<T extends { at: string }>(
  facts: readonly T[],
  dayOf: (instant: string) => string,
): { day: string; facts: T[] }[] {
  const days: { day: string; facts: T[] }[] = [];
  for (const fact of facts) {
    const day = dayOf(fact.at);
    const last = days.at(-1);
    if (last?.day === day) last.facts.push(fact);
    else days.push({ day, facts: [fact] });
  }
  return days;
}
