// A link to a document that the browser fetches by itself: to keep it, or to see it in a tab of its own. It works
// without this script too.
import { Button } from '@mantine/core';
import { IconDownload, IconFileTypePdf } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { followDocument, inNewTab, keep } from '@/api/documents';
import { toast } from '@/ui/toast';

interface DocumentLinkProps {
  href: string;
  children: ReactNode;
  /** Shown in a tab of its own rather than kept. */
  shown?: boolean;
  primary?: boolean;
}

export function DocumentLink({
  href,
  children,
  shown = false,
  primary = false,
}: DocumentLinkProps) {
  const Icon = shown ? IconFileTypePdf : IconDownload;
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    followDocument(href, shown ? inNewTab : keep).catch(toast.refused);
  };
  return (
    <Button
      component="a"
      href={href}
      target={shown ? '_blank' : undefined}
      rel={shown ? 'noopener' : undefined}
      variant={primary ? 'filled' : 'default'}
      leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
      onClick={follow}
    >
      {children}
    </Button>
  );
}
