// A page that failed while drawing or loading its code.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Page } from '@/ui/Page';
import { ErrorState } from '@/ui/states';

export function RouteError({ error, reset }: ErrorComponentProps) {
  return (
    <Page>
      <ErrorState error={error} onRetry={reset} />
    </Page>
  );
}
