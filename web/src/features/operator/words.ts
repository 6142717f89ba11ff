// The API's vocabularies that these pages offer as choices, and the tone of each state.
import type { Tone } from '@/ui/StatusBadge';

export const ACCOUNT_STATES = ['pending', 'active', 'closed', 'left', 'erased'] as const;
export const ORGANIZATION_KINDS = ['client', 'provider', 'operator'] as const;
export const DELETION_STATES = ['open', 'carried_out', 'withdrawn'] as const;
export const CONTACT_STATES = ['open', 'answered', 'dismissed'] as const;
export const BAR_KINDS = ['email', 'email_domain', 'ip', 'siret'] as const;
export const PLANS = ['free', 'vip_plus'] as const;

/** What an organization of each kind can be before the law (S1-002, S1-003). */
export const LEGAL_KINDS = {
  client: ['private_person', 'association', 'town_hall', 'company', 'public_body'],
  provider: ['company', 'sole_trader', 'cesu'],
  operator: ['company'],
} as const;

export type AccountState = (typeof ACCOUNT_STATES)[number];
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
export type OrganizationState = 'open' | 'closed' | 'erased';
export type DeletionState = (typeof DELETION_STATES)[number];
export type ContactState = (typeof CONTACT_STATES)[number];
export type ContactTopic = 'usage' | 'payment' | 'dispute' | 'account' | 'other';
export type BarKind = (typeof BAR_KINDS)[number];
export type Plan = (typeof PLANS)[number];
export type LegalKind = (typeof LEGAL_KINDS)[OrganizationKind][number];
export type Role = 'member' | 'administrator' | 'owner';

export const ACCOUNT_TONES: Record<AccountState, Tone> = {
  pending: 'waiting',
  active: 'positive',
  closed: 'negative',
  left: 'quiet',
  erased: 'quiet',
};

export const CONTACT_TONES: Record<ContactState, Tone> = {
  open: 'waiting',
  answered: 'positive',
  dismissed: 'quiet',
};

export const ORGANIZATION_TONES: Record<OrganizationState, Tone> = {
  open: 'positive',
  closed: 'negative',
  erased: 'quiet',
};

export type Stuck = 'client_gone' | 'provider_gone' | 'overdue';

/** Why a mission cannot go on by itself. */
export const STUCK: Record<Stuck, Tone> = {
  client_gone: 'negative',
  provider_gone: 'negative',
  overdue: 'caution',
};

export const OUTGOING_KINDS = ['refund', 'payout'] as const;
export const OUTGOING_STATES = ['created', 'sent', 'settled', 'failed', 'replaced'] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];
export type OutgoingState = (typeof OUTGOING_STATES)[number];

export const OUTGOING_TONES: Record<OutgoingState, Tone> = {
  created: 'waiting',
  sent: 'waiting',
  settled: 'positive',
  failed: 'negative',
  replaced: 'quiet',
};

export const CAMPAIGN_STATUSES = ['running', 'scheduled', 'ended', 'stopped'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const CAMPAIGN_TONES: Record<CampaignStatus, Tone> = {
  running: 'positive',
  scheduled: 'waiting',
  ended: 'quiet',
  stopped: 'negative',
};

/** The refunds that wait for the operator, as the address of the page filters them. */
export const FAILED_REFUNDS = {
  kind: 'refund',
  state: 'failed',
} as const satisfies { kind: OutgoingKind; state: OutgoingState };

/** The payment provider's words for a failure that there is a sentence for. */
const FAILURES = [
  'account_closed',
  'charge_already_refunded',
  'charge_not_refundable',
  'declined',
  'expired_or_canceled_card',
  'insufficient_funds',
  'lost_or_stolen_card',
  'transfer_reversed',
] as const;
export type Failure = (typeof FAILURES)[number] | 'other';

/** Which sentence tells why money did not arrive; none if nothing was said. */
export function failureOf(code: string | null | undefined): Failure | undefined {
  return code ? (oneOf(FAILURES, code) ?? 'other') : undefined;
}

/** A word of the address if it is one of these, so that a mistyped address filters nothing. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  given: string | undefined,
): Word | undefined {
  return words.find((word) => word === given);
}
