// Pages for one kind of account. The API guards them; everyone else reads what an unknown address says.
import { Outlet } from '@tanstack/react-router';
import { NotFound } from '../NotFoundPage';
import { useMe, type PersonKind } from '../session';

export function KindLayout({ kind }: { kind: PersonKind }) {
  return useMe().organization.kind === kind ? <Outlet /> : <NotFound />;
}

export const OperatorLayout = () => <KindLayout kind="operator" />;
export const ClientLayout = () => <KindLayout kind="client" />;
export const ProviderLayout = () => <KindLayout kind="provider" />;
