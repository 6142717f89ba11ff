// Which label tells news of an order, a custom offer or a quote request among the exchanges of a pair.
import { bargainOf, type BargainKind } from '@/lib/bargains';

export type News = BargainKind | 'other';

export const newsOf = (kind: string): News => bargainOf(kind) ?? 'other';
