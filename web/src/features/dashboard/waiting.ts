// The counters of GET /v1/me/todo as lines: where each leads, and which cannot wait. The tabs are those
// of « Mes événements », which are not the same for the two sides. The operator's are on its own page.
import type { components } from '@/api/schema.gen';
import { urls, withQuery } from '@/lib/urls';

type Todo = components['schemas']['TodoView'];

/** A provider answers its reviews on its own sheet, where they all are. */
const linesFor = (handle: string) =>
  [
    { name: 'choices_to_confirm', href: urls.events(), urgent: true },
    { name: 'offers_to_reconfirm', href: urls.events(), urgent: true },
    { name: 'missions_to_complete', href: urls.events({ onglet: 'travail' }), urgent: true },
    { name: 'offers_to_compare', href: urls.events({ etat: 'ouverts' }), urgent: true },
    { name: 'quote_requests_to_answer', href: urls.quoteRequests(), urgent: true },
    { name: 'custom_offers_to_answer', href: urls.customOffers(), urgent: true },
    { name: 'orders_to_see_to', href: urls.orders(), urgent: true },
    { name: 'disputes_to_settle', href: urls.disputes(), urgent: true },
    { name: 'missions_to_review', href: urls.events({ onglet: 'closes' }) },
    { name: 'orders_to_review', href: urls.orders({ onglet: 'terminees' }) },
    { name: 'choices_awaiting', href: urls.events({ onglet: 'attente' }) },
    { name: 'drafts', href: urls.events({ etat: 'brouillons' }) },
    { name: 'potential_tenders', href: urls.potentialTenders },
    { name: 'reviews_to_answer', href: urls.provider(handle) },
    { name: 'unread_conversations', href: urls.conversations({ nonlus: 'oui' }) },
    { name: 'unread_notices', href: withQuery(urls.notifications, { voir: 'non-lues' }) },
  ] as const;

export type LineName = ReturnType<typeof linesFor>[number]['name'];

export interface Line {
  name: LineName;
  count: number;
  href: string;
  urgent: boolean;
}

export function waiting(todo: Todo, handle: string): Line[] {
  const counts: Partial<Record<LineName, number>> = {
    unread_conversations: todo.unread_conversations,
    unread_notices: todo.unread_notices,
    ...todo.client,
    ...todo.provider,
  };
  return linesFor(handle).flatMap((line) => {
    const count = counts[line.name] ?? 0;
    return count > 0 ? [{ urgent: false, ...line, count }] : [];
  });
}
