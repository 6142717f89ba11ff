// The operator's pages. The API guards them; everyone else reads what an unknown address says.
import { Outlet } from '@tanstack/react-router';
import { NotFound } from '../NotFoundPage';
import { useMe } from '../session';

export function OperatorLayout() {
  return useMe().organization.kind === 'operator' ? <Outlet /> : <NotFound />;
}
