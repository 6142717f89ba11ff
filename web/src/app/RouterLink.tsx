// How addresses are followed inside the application: without reloading, fetching the page's code as
// soon as the reader points at the link. Other sites, mail addresses and files are left to the browser.
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@/ui/Link';
import { parseSearch } from './search';

const isOurs = (href: string) => /^\/(?!\/|v1\/)/.test(href);

export function RouterLink({ href, target, ...rest }: LinkProps) {
  if (!isOurs(href) || (target && target !== '_self')) {
    return <a href={href} target={target} {...rest} />;
  }
  const { pathname, search, hash } = new URL(href, window.location.origin);
  return (
    <Link
      {...rest}
      to={pathname as never}
      search={parseSearch(search) as never}
      hash={decodeURIComponent(hash.slice(1)) || undefined}
      preload="intent"
      activeOptions={{ exact: true }}
    />
  );
}
