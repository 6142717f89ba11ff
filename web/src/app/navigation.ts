// What each kind of person finds in the navigation. Only addresses that have a page are shown.
import { useRouter } from '@tanstack/react-router';
import {
  IconAd2,
  IconBell,
  IconBuildingBank,
  IconBuildingStore,
  IconCalendarEvent,
  IconCreditCard,
  IconFileInvoice,
  IconFlag,
  IconGavel,
  IconHelp,
  IconFileText,
  IconHistory,
  IconId,
  IconKey,
  IconLayoutDashboard,
  IconListCheck,
  IconLock,
  IconMail,
  IconMailCog,
  IconMailOff,
  IconMessages,
  IconPackage,
  IconScale,
  IconSend,
  IconSparkles,
  IconSpeakerphone,
  IconTag,
  IconTrash,
  IconUser,
  IconUserOff,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { urls } from '@/lib/urls';
import type { PersonKind } from './session';
import type { Unread } from './todo';
import type texts from './fr';

export interface Entry {
  text: keyof (typeof texts)['nav'];
  href: string;
  icon: Icon;
  /** What waits there to be read. */
  unread?: Unread;
  /** Other entries stand under this address: it is current only when it is open itself. */
  exact?: boolean;
  /** Another address of the same place, which its tabs lead to. */
  also?: string;
}

/** Whether the reader is at an entry, or below it. */
export function isCurrent({ href, exact, also }: Entry, path: string): boolean {
  if (also && path.startsWith(also)) return true;
  return exact ? path === href : path.startsWith(href);
}

const dashboard: Entry = { text: 'dashboard', href: urls.dashboard, icon: IconLayoutDashboard };
const notifications: Entry = {
  text: 'notifications',
  href: urls.notifications,
  icon: IconBell,
  unread: 'unread_notices',
};
const conversations: Entry = {
  text: 'conversations',
  href: urls.conversations(),
  icon: IconMessages,
  unread: 'unread_conversations',
};
const orders: Entry = { text: 'orders', href: urls.orders(), icon: IconPackage };
const customOffers: Entry = {
  text: 'customOffers',
  href: urls.customOffers(),
  icon: IconFileText,
};
const disputes: Entry = { text: 'disputes', href: urls.disputes(), icon: IconScale };
const payments: Entry = { text: 'payments', href: urls.payments, icon: IconCreditCard };
const payouts: Entry = { text: 'payouts', href: urls.payouts, icon: IconBuildingBank };
const profile: Entry = { text: 'profile', href: urls.profile, icon: IconUser };
const sheet: Entry = {
  text: 'sheet',
  href: urls.sheet,
  also: urls.showcase,
  icon: IconBuildingStore,
};
const team: Entry = { text: 'team', href: urls.team, icon: IconUsers };
const alerts: Entry = { text: 'alerts', href: urls.alerts, icon: IconMailCog };
const security: Entry = { text: 'security', href: urls.security, icon: IconLock };
const apiKeys: Entry = { text: 'apiKeys', href: urls.apiKeys, icon: IconKey };
const plan: Entry = {
  text: 'subscription',
  href: urls.subscription,
  also: urls.campaigns,
  icon: IconSparkles,
};
const invoices: Entry = { text: 'invoices', href: urls.invoices, icon: IconFileInvoice };
const leaving: Entry = { text: 'deleteAccount', href: urls.deleteAccount, icon: IconTrash };

export const workEntries: Record<PersonKind, Entry[]> = {
  client: [
    dashboard,
    { text: 'events', href: urls.events(), icon: IconCalendarEvent },
    conversations,
    orders,
    customOffers,
    disputes,
    { text: 'needs', href: urls.needs, icon: IconSend },
    notifications,
  ],
  provider: [
    dashboard,
    { text: 'potential', href: urls.potentialTenders, icon: IconSpeakerphone },
    { text: 'missions', href: urls.events(), icon: IconCalendarEvent },
    conversations,
    orders,
    customOffers,
    disputes,
    { text: 'services', href: urls.myServices, icon: IconTag },
    notifications,
  ],
  operator: [
    { text: 'operatorOverview', href: urls.operator, icon: IconLayoutDashboard, exact: true },
    { text: 'operatorAccounts', href: urls.operatorAccounts, icon: IconId },
    { text: 'operatorDeletions', href: urls.operatorDeletions, icon: IconGavel },
    { text: 'operatorMissions', href: urls.operatorMissions, icon: IconFlag },
    disputes,
    { text: 'operatorMoney', href: urls.operatorMoney(), icon: IconBuildingBank },
    { text: 'operatorMessages', href: urls.operatorMessages, icon: IconMail },
    { text: 'operatorAds', href: urls.operatorAds(), icon: IconAd2 },
    { text: 'operatorMails', href: urls.operatorMails, icon: IconMailOff },
    { text: 'operatorTerms', href: urls.operatorTerms, icon: IconListCheck },
    { text: 'operatorBars', href: urls.operatorBars, icon: IconUserOff },
    { text: 'operatorHelpVotes', href: urls.operatorHelpVotes, icon: IconHelp },
    { text: 'operatorLog', href: urls.operatorLog(), icon: IconHistory },
    notifications,
  ],
};

export const accountEntries: Record<PersonKind, Entry[]> = {
  client: [profile, team, alerts, payments, invoices, security, apiKeys, leaving],
  provider: [
    sheet,
    profile,
    plan,
    payouts,
    payments,
    invoices,
    team,
    alerts,
    security,
    apiKeys,
    leaving,
  ],
  operator: [profile, security, apiKeys],
};

/** Tells whether this build has a page at an address without parameters. */
export function useHasPage(): (href: string) => boolean {
  const paths: Record<string, unknown> = useRouter().routesByPath;
  return (href) => (href.split(/[?#]/)[0] ?? '') in paths;
}
