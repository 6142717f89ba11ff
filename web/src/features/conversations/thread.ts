// How entries, which the API gives latest first, are read as a thread: oldest first, by days, and what one
// person says in one breath together.
import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '@/api/pages';
import type { components } from '@/api/schema.gen';

type Entry = components['schemas']['EntryView'];

export const isMessage = (entry: Pick<Entry, 'kind'>) => entry.kind === 'message';

/** Messages of one person that follow each other, or one piece of news. */
export interface Turn {
  key: string;
  entries: [Entry, ...Entry[]];
}

export interface Day {
  /** The instant of its first entry. */
  at: string;
  turns: Turn[];
}

const BREATH_MILLISECONDS = 5 * 60_000;

const midnight = (at: string) => new Date(at).setHours(0, 0, 0, 0);

function goesOn(before: Entry | undefined, entry: Entry): boolean {
  return (
    before !== undefined &&
    isMessage(before) &&
    isMessage(entry) &&
    before.from === entry.from &&
    before.author === entry.author &&
    !entry.tender &&
    Date.parse(entry.at) - Date.parse(before.at) < BREATH_MILLISECONDS
  );
}

/** By days of the reader's calendar. */
export function daysOf(latestFirst: readonly Entry[]): Day[] {
  const days: Day[] = [];
  let before: Entry | undefined;
  for (const entry of latestFirst.toReversed()) {
    let day = days.at(-1);
    if (!day || midnight(day.at) !== midnight(entry.at)) {
      day = { at: entry.at, turns: [] };
      days.push(day);
      before = undefined;
    }
    const turn = day.turns.at(-1);
    if (turn && goesOn(before, entry)) turn.entries.push(entry);
    else day.turns.push({ key: entry.id, entries: [entry] });
    before = entry;
  }
  return days;
}

/** The thread with what was just said, unless it came by another way meanwhile. */
export function withFirst<Parameter>(
  thread: InfiniteData<Page<Entry>, Parameter>,
  entry: Entry,
): InfiniteData<Page<Entry>, Parameter> {
  const [first, ...rest] = thread.pages;
  if (!first || first.items.some(({ id }) => id === entry.id)) return thread;
  return { ...thread, pages: [{ ...first, items: [entry, ...first.items] }, ...rest] };
}

/** Kinds of news that have a sentence of their own. */
const KINDS = [
  'offer_sent',
  'offer_revised',
  'offer_reconfirmed',
  'offer_withdrawn',
  'offer_expired',
  'offer_ended',
  'lot_chosen',
  'lot_choice_reminded',
  'lot_choice_withdrawn',
  'lot_choice_expired',
  'lot_choice_cancelled',
  'lot_declined',
  'lot_confirmed',
  'lot_completed',
  'lot_called_off',
  'lot_ended',
  'conversation_declined',
  'conversation_blocked',
  'conversation_unblocked',
] as const;

export type NewsKind = (typeof KINDS)[number];

/** "offer.sent" as the key of its sentence; none for a kind that this version does not know. */
export function newsKind(kind: string): NewsKind | undefined {
  return KINDS.find((one) => one === kind.replace('.', '_'));
}

/** Words of the API for why an offer ended or a choice fell. */
const REASONS = [
  'lot_confirmed',
  'tender_closed',
  'lot_dropped',
  'event_past',
  'provider_closed',
  'offer_revised',
  'offer_withdrawn',
  'tender_revised',
] as const;

export const reasonOf = (reason: string | null | undefined) =>
  REASONS.find((one) => one === reason);

/** What news is about, as it is drawn. */
export function iconOf(kind: string): 'mission' | 'offer' | 'conversation' {
  if (kind.startsWith('lot.')) return 'mission';
  return kind.startsWith('conversation.') ? 'conversation' : 'offer';
}

/** News that brings words of the provider; the others only repeat them. */
export const bringsWords = (kind: string) => kind === 'offer.sent' || kind === 'offer.revised';
