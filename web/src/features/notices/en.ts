import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Notifications',
  lead: 'What happened, the newest first.',
  all: 'All',
  unread: 'Unread',
  tabs: 'Notifications to show',
  readAll: 'Mark all as read',
  new: 'New',
  ages: { today: 'Today', week: 'Last few days', before: 'Earlier' },
  empty: 'Nothing new',
  allRead: 'Everything is read',
  emptyText: 'News of your events and offers arrives here.',
} satisfies Texts<typeof fr>;
