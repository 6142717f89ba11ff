// The router: plain search parameters, scroll kept per page, code fetched on intent.
import { createRouter } from '@tanstack/react-router';
import { routeTree } from './routes';
import { parseSearch, stringifySearch } from './search';

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
