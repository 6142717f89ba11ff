// What a page keeps in its address: parameters of its path, filters, tabs, steps.
import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import type { Search } from './search';

/** A parameter of the path: `usePathParam('slug')` under /appels-d-offres/$slug. */
export function usePathParam(name: string): string {
  const parameters: Record<string, string | undefined> = useParams({ strict: false });
  const value = parameters[name];
  if (value === undefined) throw new Error(`the route has no $${name}`);
  return value;
}

export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

export interface UrlFilters {
  one: (name: string) => string | undefined;
  many: (name: string) => string[];
  /** Empty values leave the address. Replaces the history entry: filtering is not travelling. */
  set: (changes: Record<string, string | readonly string[] | null | undefined>) => void;
  clear: () => void;
}

/** The filters of a list, read from and written to the address. */
export function useUrlFilters(): UrlFilters {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (next: Record<string, unknown>) =>
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  return {
    one: (name) => [search[name]].flat()[0] || undefined,
    many: (name) => [search[name] ?? []].flat().filter(Boolean),
    set: (changes) => go({ ...search, ...changes }),
    clear: () => go({}),
  };
}

/** Goes to an address of the application (lib/urls). */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return (href, options) => void navigate({ href, ...options });
}
