// Keyset lists: {items, next_page}. Spread `keyset` into infiniteQueryOptions.
import type { InfiniteData } from '@tanstack/react-query';

export interface Page<T> {
  items: T[];
  next_page?: string | null;
}

export const keyset = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: Page<unknown>) => last.next_page ?? undefined,
};

export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
