// Goes on to where an address leads; nothing to come back to.
import { useEffect } from 'react';
import { useGo } from '@/app/url-state';
import { PageSkeleton } from '@/ui/states';

export function GoTo({ href }: { href: string }) {
  const go = useGo();
  useEffect(() => go(href, { replace: true }), [go, href]);
  return <PageSkeleton />;
}
