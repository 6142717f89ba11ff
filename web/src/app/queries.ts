// How answers of the API are kept: fresh for half a minute, asked again only when that can help.
import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';

const worthRepeating = (error: Error) =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 502;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && worthRepeating(error),
    },
    mutations: { retry: false },
  },
});
