// What a notice is about, by the first word of its kind, and how old it is: both help the eye.

export type Subject =
  'tender' | 'offer' | 'mission' | 'message' | 'review' | 'team' | 'money' | 'dispute' | 'account';

const SUBJECTS: Record<string, Subject> = {
  tender: 'tender',
  offer: 'offer',
  quote_request: 'offer',
  custom_offer: 'offer',
  lot: 'mission',
  order: 'mission',
  dispute: 'dispute',
  payment: 'money',
  refund: 'money',
  payout: 'money',
  campaign: 'money',
  conversation: 'message',
  review: 'review',
  member: 'team',
};

/** Of an order, but about its money. */
const PAYING = ['order.payment_due', 'order.funded'];

export function subjectOf(kind: string): Subject {
  if (PAYING.includes(kind)) return 'money';
  return SUBJECTS[kind.split('.')[0] ?? ''] ?? 'account';
}

export type Age = 'today' | 'week' | 'before';

const DAY = 86_400_000;

/** By calendar days of the reader, because « aujourd’hui » begins at midnight. */
export function ageOf(at: string, now: number): Age {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const instant = Date.parse(at);
  if (instant >= midnight) return 'today';
  return instant >= midnight - 6 * DAY ? 'week' : 'before';
}

/** In the order given, which is the newest first. */
export function byAge<T extends { created_at: string }>(
  notices: readonly T[],
  now: number,
): [Age, T[]][] {
  const ages: Age[] = ['today', 'week', 'before'];
  return ages.flatMap((age) => {
    const those = notices.filter(({ created_at }) => ageOf(created_at, now) === age);
    return those.length > 0 ? [[age, those] as [Age, T[]]] : [];
  });
}
