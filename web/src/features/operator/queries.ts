// What the operator reads and does. All of it hangs under one key: an act changes lists, sheet and log.
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { todoQuery } from '@/app/todo';

type Schemas = components['schemas'];

export type Account = Schemas['AccountView'];
export type Operated = Schemas['OperatedView'];
export type Deletion = Schemas['OperatedDeletionView'];
export type Bar = Schemas['BarView'];
export type Mission = Schemas['MissionView'];
export type GivenUpMail = Schemas['GivenUpMailView'];
export type Ledger = Schemas['LedgerView'];
export type Outgoing = Schemas['OutgoingView'];
export type Fact = Schemas['FactView'];
export type TermsRule = Schemas['TermsRuleView'];
export type ContactMessageCard = Schemas['ContactMessageCard'];
export type ContactMessage = Schemas['ContactMessageView'];
export type HelpVotes = Schemas['HelpVotesView'];
export type Advertised = Schemas['OperatorCampaignView'];
export type Placement = Schemas['PlacementView'];

const KEY = 'operator';
/** Names hardly change, and a page of the log asks for many. */
const NAMES_STALE_MILLISECONDS = 5 * 60_000;

type Filter<Name extends string> = Partial<Record<Name, string | undefined>>;

export const accountsQuery = (filters: Filter<'q' | 'state' | 'kind'>) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'accounts', filters],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/operator/accounts', { params: { query: { ...filters, page: pageParam } } }),
      ),
    ...keyset,
  });

export const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'organizations', id],
    queryFn: () => unwrap(api.GET('/v1/operator/organizations/{id}', { params: { path: { id } } })),
  });

/** The same, for its name and its people's: what was read a moment ago is good enough. */
export const namesQuery = (id: string) =>
  queryOptions({ ...organizationQuery(id), staleTime: NAMES_STALE_MILLISECONDS });

export const tenderNameQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'tenders', id],
    queryFn: async () => {
      const tender = await unwrap(api.GET('/v1/tenders/{id}', { params: { path: { id } } }));
      return { title: tender.event.title, slug: tender.slug };
    },
    staleTime: NAMES_STALE_MILLISECONDS,
  });

export const deletionsQuery = (state: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'deletions', state],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/operator/deletion-requests', {
          params: { query: { state, page: pageParam } },
        }),
      ),
    ...keyset,
  });

/** The first few that are due, for the overview. */
export const dueDeletionsQuery = queryOptions({
  queryKey: [KEY, 'due-deletions'],
  queryFn: () =>
    unwrap(api.GET('/v1/operator/deletion-requests', { params: { query: { limit: 3 } } })),
});

/** Of longest standing first; there is nothing to filter by. */
export const missionsQuery = infiniteQueryOptions({
  queryKey: [KEY, 'missions'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/operator/lots', { params: { query: { page: pageParam } } })),
  ...keyset,
});

/** The first few, for the overview. */
export const stuckMissionsQuery = queryOptions({
  queryKey: [KEY, 'stuck-missions'],
  queryFn: () => unwrap(api.GET('/v1/operator/lots', { params: { query: { limit: 3 } } })),
});

export const ledgerQuery = queryOptions({
  queryKey: [KEY, 'ledger'],
  queryFn: () => unwrap(api.GET('/v1/operator/ledger')),
});

/** Refunds and payouts, the newest first. */
export const outgoingsQuery = (filters: Filter<'kind' | 'state'>) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'outgoings', filters],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/operator/outgoings', { params: { query: { ...filters, page: pageParam } } }),
      ),
    ...keyset,
  });

/** The campaigns that were paid, the latest first. */
export const campaignsQuery = (filters: Filter<'status'>) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'campaigns', filters],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/operator/campaigns', { params: { query: { ...filters, page: pageParam } } }),
      ),
    ...keyset,
  });

/** How often the pages with a place for a banner are looked at. */
export const placementsQuery = queryOptions({
  queryKey: [KEY, 'placements'],
  queryFn: () => unwrap(api.GET('/v1/operator/placements')),
});

/** Mails that were given up, the newest first. */
export const mailsQuery = infiniteQueryOptions({
  queryKey: [KEY, 'mails'],
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/v1/operator/mails', { params: { query: { page: pageParam } } })),
  ...keyset,
});

export const barsQuery = (kind: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'bars', kind ?? ''],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/operator/bars', { params: { query: { kind, page: pageParam } } })),
    ...keyset,
  });

/** Where each kind of custom offer may be made. */
export const termsRulesQuery = queryOptions({
  queryKey: [KEY, 'terms-rules'],
  queryFn: () => unwrap(api.GET('/v1/operator/terms-rules')),
});

/** What people said of each article of the help. */
export const helpVotesQuery = queryOptions({
  queryKey: [KEY, 'help-votes'],
  queryFn: () => unwrap(api.GET('/v1/operator/help-votes')),
});

/** What people wrote, in a state. */
export const contactMessagesQuery = (state: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'contact-messages', state],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/v1/operator/contact-messages', { params: { query: { state, page: pageParam } } }),
      ),
    ...keyset,
  });

export const contactMessageQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'contact-message', id],
    queryFn: () =>
      unwrap(api.GET('/v1/operator/contact-messages/{id}', { params: { path: { id } } })),
  });

type FactFilters = Filter<'kind' | 'subject'>;

const readFacts = (query: FactFilters & { limit?: number; page?: string }) =>
  unwrap(api.GET('/v1/operator/facts', { params: { query } }));

// A log that is half a minute old lacks what one looks for in it: it is read anew each time.
export const factsQuery = (filters: FactFilters) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'facts', filters],
    queryFn: ({ pageParam }) => readFacts({ ...filters, page: pageParam }),
    staleTime: 0,
    ...keyset,
  });

export const recentFactsQuery = (filters: FactFilters, limit: number) =>
  queryOptions({
    queryKey: [KEY, 'recent-facts', filters, limit],
    queryFn: () => readFacts({ ...filters, limit }),
    staleTime: 0,
  });

/** The operator's acts; each makes whatever was read before read again. */
export function useActs() {
  const client = useQueryClient();
  async function done<T>(answer: Promise<T>): Promise<T> {
    const result = await answer;
    void client.invalidateQueries({ queryKey: [KEY] });
    void client.invalidateQueries({ queryKey: todoQuery.queryKey });
    return result;
  }
  return {
    correct: (id: string, version: number, body: Schemas['Correction']) => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return done(unwrap(api.PATCH('/v1/operator/organizations/{id}', { params, body })));
    },
    grantPlan: (id: string, body: Schemas['Grant'], key: string) => {
      const options = { params: { path: { id } }, headers: { 'Idempotency-Key': key }, body };
      return done(unwrap(api.POST('/v1/operator/organizations/{id}/plan', options)));
    },
    close: (id: string, body: Schemas['Closure']) => {
      const options = { params: { path: { id } }, body };
      return done(unwrap(api.POST('/v1/operator/organizations/{id}/close', options)));
    },
    carryOut: (id: string, body: Schemas['CarryingOut']) => {
      const options = { params: { path: { id } }, body };
      return done(unwrap(api.POST('/v1/operator/deletion-requests/{id}/carry-out', options)));
    },
    endMission: (id: string, body: Schemas['MissionEnd']) =>
      done(unwrap(api.POST('/v1/operator/lots/{id}/end', { params: { path: { id } }, body }))),
    stopCampaign: (id: string, body: Schemas['CampaignStop']) => {
      const options = { params: { path: { id } }, body };
      return done(unwrap(api.POST('/v1/operator/campaigns/{id}/stop', options)));
    },
    retryRefund: (id: string) => {
      const options = { params: { path: { id } }, body: {} };
      return done(unwrap(api.POST('/v1/operator/outgoings/{id}/retry', options)));
    },
    retryMail: (id: string) =>
      done(unwrap(api.POST('/v1/operator/mails/{id}/retry', { params: { path: { id } } }))),
    answerMessage: (id: string, text: string, key: string) => {
      const options = {
        params: { path: { id } },
        headers: { 'Idempotency-Key': key },
        body: { text },
      };
      return done(unwrap(api.POST('/v1/operator/contact-messages/{id}/answer', options)));
    },
    dismissMessage: (id: string) => {
      const params = { path: { id } };
      return done(unwrap(api.POST('/v1/operator/contact-messages/{id}/dismiss', { params })));
    },
    bar: (body: Schemas['BarWish']) => done(unwrap(api.POST('/v1/operator/bars', { body }))),
    setTermsRule: ({ kind, version }: TermsRule, body: Schemas['TermsRuleInput']) => {
      const params = { path: { kind }, header: { 'If-Match': `"${version}"` } };
      return done(unwrap(api.PATCH('/v1/operator/terms-rules/{kind}', { params, body })));
    },
    lift: (id: string) =>
      done(unwrap(api.DELETE('/v1/operator/bars/{id}', { params: { path: { id } } }))),
  };
}
