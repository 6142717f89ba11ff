// The public doors, in the header and in the menu of small screens.
import { urls } from '@/lib/urls';
import type { Entry } from '../navigation';

export const PUBLIC_LINKS: { text: Entry['text']; href: string }[] = [
  { text: 'tenders', href: urls.tenders() },
  { text: 'directory', href: urls.directory() },
  { text: 'catalogue', href: urls.services() },
  { text: 'inspiration', href: urls.inspiration },
  { text: 'plans', href: urls.plans },
  { text: 'help', href: urls.help() },
];
