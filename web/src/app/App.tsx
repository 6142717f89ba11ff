// What surrounds every page: the kit without <style> elements, the API's cache, links, news.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { onSessionLost } from '@/api/session';
import { LinkProvider } from '@/ui/Link';
import { theme } from '@/ui/theme/theme';
import { queryClient } from './queries';
import { router } from './router';
import { RouterLink } from './RouterLink';
import { leave } from './session';

// News wait for their frame if they come first.
const News = lazy(() => import('./News'));

const colorSchemes = localStorageColorSchemeManager({ key: 'estrade.color-scheme' });

export function App() {
  useEffect(() => onSessionLost(() => leave(queryClient)), []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <LinkProvider value={RouterLink}>
          <Suspense>
            <News />
          </Suspense>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </LinkProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
