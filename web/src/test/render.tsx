// Draws a component as the application would: kit, cache, texts in French unless told otherwise.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, type ReactElement } from 'react';
import { i18n, loadTexts, startTexts } from '@/app/i18n';
import type { Language } from '@/lib/language';
import { theme } from '@/ui/theme/theme';

interface Options {
  /** Text namespaces besides `ui` and `app`. */
  texts?: string[];
  language?: Language;
}

export async function draw(element: ReactElement, options: Options = {}) {
  const { texts = [], language = 'fr' } = options;
  if (!i18n.isInitialized) await startTexts(language);
  await i18n.changeLanguage(language);
  await Promise.all(texts.map(loadTexts));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const result: RenderResult = render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <Suspense>{element}</Suspense>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...result, user: userEvent.setup({ delay: null }), client };
}
