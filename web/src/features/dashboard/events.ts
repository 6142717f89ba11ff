// Which of a client's events the dashboard shows, and how far their trades are.
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];

const OVER = ['draft', 'done', 'closed'];
const SHOWN = 4;

/** Published and not over yet, the nearest day first; those without a day come last. */
export function underWay(tenders: readonly Schemas['MyTender'][]): Schemas['MyTender'][] {
  const day = (tender: Schemas['MyTender']) => tender.day ?? '9999';
  return tenders
    .filter(({ status }) => !OVER.includes(status))
    .sort((a, b) => day(a).localeCompare(day(b)))
    .slice(0, SHOWN);
}

/** How many of the trades wanted have found their provider. */
export function filled(progress: Schemas['ProgressView']): { count: number; total: number } {
  const { in_work, done, open, awaiting } = progress;
  return { count: in_work + done, total: in_work + done + open + awaiting };
}
