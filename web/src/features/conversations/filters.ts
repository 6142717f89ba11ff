// What the inbox is narrowed to: it stands in the address, and every link of the desk keeps it.
import type { paths } from '@/api/schema.gen';
import { useUrlFilters } from '@/app/url-state';

/** As it stands in the address. */
const NAMES = ['nonlus', 'balise', 'confie', 'etat', 'q'] as const;

export type FilterName = (typeof NAMES)[number];
export type Kept = Partial<Record<FilterName, string>>;
export type Wanted = NonNullable<paths['/v1/conversations']['get']['parameters']['query']>;

/** What stands in the address for « Non lues ». */
export const ONLY_UNREAD = { nonlus: 'oui' } as const;

/** The words of the address for those of the API. */
const STATES = { declinees: 'declined', bloquees: 'blocked', ouvertes: 'open' } as const;
const PEOPLE = { moi: 'me', personne: 'nobody' } as const;

export const STATE_WORDS = Object.keys(STATES) as (keyof typeof STATES)[];

/** The filters that the links of this desk keep. */
export function useKept(): Kept {
  const filters = useUrlFilters();
  const kept = NAMES.map((name) => [name, filters.one(name)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value));
}

/** The same, as the API is asked. */
export function wantedOf({ nonlus, balise, confie, etat, q }: Kept): Wanted {
  return {
    ...(nonlus === 'oui' && { unread: true }),
    ...(balise && { tag: balise }),
    ...(confie && { assignee: confie in PEOPLE ? PEOPLE[confie as 'moi'] : confie }),
    ...(etat && etat in STATES && { state: STATES[etat as 'bloquees'] }),
    ...(q?.trim() && { q: q.trim() }),
  };
}
