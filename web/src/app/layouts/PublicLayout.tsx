// Pages for everybody. Each page wraps itself in `Page`; the home page draws edge to edge.
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { urls } from '@/lib/urls';
import { usePath } from '../url-state';
import { Frame } from './Frame';
import { SiteFooter } from './SiteFooter';

export function PublicLayout({ children }: { children?: ReactNode }) {
  return (
    <Frame bleed={usePath() === urls.home} foot={<SiteFooter />}>
      {children ?? <Outlet />}
    </Frame>
  );
}
