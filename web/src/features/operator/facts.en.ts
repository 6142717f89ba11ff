// The log in English words; facts.fr.ts is the model.
import type { Texts } from '@/lib/language';
import type * as fr from './facts.fr';

export const kinds = {
  account: {
    registered: 'Registration',
    activation_requested: 'Activation link asked for again',
    registration_repeated: 'Registration with a known address',
    activated: 'Account activated',
    password_reset_requested: 'Forgotten password',
    password_reset_missed: 'Forgotten password, no account',
    password_changed: 'Password changed',
    closed: 'Account closed',
  },
  organization: {
    closed: 'Organization closed',
    updated: 'Sheet changed',
    plan_granted: 'Plan granted',
    plan_lapsed: 'Plan ended',
  },
  member: {
    invited: 'Member invited',
    joined: 'Member joined',
    role_changed: 'Role changed',
    removed: 'Member gone',
  },
  deletion: {
    requested: 'Deletion asked for',
    withdrawn: 'Deletion withdrawn',
    carried_out: 'Deletion carried out',
  },
  operator: { named: 'Operator named' },
  bar: { added: 'Identifier barred', removed: 'Bar lifted' },
  session: { compromised: 'Session compromised' },
  api_key: { created: 'API key made', revoked: 'API key revoked' },
  tender: {
    published: 'Tender published',
    revised: 'Tender changed',
    closed: 'Tender closed',
    past: 'Event over',
    lapsed: 'Lots without a provider closed',
    missions_overdue: 'Reminder to end missions',
  },
  offer: {
    sent: 'Offer sent',
    revised: 'Offer changed',
    reconfirmed: 'Offer maintained',
    withdrawn: 'Offer withdrawn',
    expired: 'Offer expired',
    ended: 'Offer ended',
  },
  lot: {
    chosen: 'Provider chosen',
    choice_reminded: 'Reminder to confirm',
    choice_withdrawn: 'Choice withdrawn',
    choice_expired: 'Choice expired',
    choice_cancelled: 'Choice cancelled',
    declined: 'Choice declined',
    confirmed: 'Mission confirmed',
    completed: 'Mission ended',
    ended: 'Mission ended by the operator',
  },
  review: { published: 'Review published', answered: 'Review answered' },
} satisfies Texts<typeof fr.kinds>;

export const sentences = {
  account: {
    registered: 'New registration: <organization/>.',
    activation_requested: 'A new activation link was asked for.',
    registration_repeated: 'Someone tried to register with the address of an existing account.',
    activated: 'The e-mail address of <organization/> was confirmed: the account is active.',
    password_reset_requested: 'A link to change a password was asked for.',
    password_reset_missed:
      'A link to change a password was asked for with a handle and an address that do not belong together.',
    password_changed: 'A password was changed.',
    closed: 'An account of <organization/> was closed.',
  },
  organization: {
    closed: 'The organization <organization/> was closed.',
    updated: 'The sheet of <organization/> was changed.',
    corrected: 'The sheet of <organization/> was corrected by the operator.',
    plan_granted: 'The plan {{plan}} is open to <organization/>.',
    plan_granted_until: 'The plan {{plan}} is open to <organization/> until {{until}}.',
    plan_lapsed: 'The plan VIP+ of <organization/> ended.',
  },
  member: {
    invited: 'A person was invited to join <organization/>.',
    joined: 'A person joined <organization/>.',
    role_changed: 'In <organization/>, a person was given the role “{{role}}”.',
    removed: 'A person is no longer part of <organization/>.',
  },
  deletion: {
    requested: '<organization/> asked for its deletion.',
    withdrawn: '<organization/> withdrew its request of deletion.',
    carried_out: 'The data of an organization was erased: <organization/>.',
  },
  operator: { named: 'An operator’s access was given from the server.' },
  bar: { added: 'An identifier was barred: <bar/>.', removed: 'A bar was lifted.' },
  session: { compromised: 'A session was closed: its token came twice.' },
  api_key: { created: 'An API key was made.', revoked: 'An API key was revoked.' },
  tender: {
    published: '<client/> published <tender/>.',
    revised: '<client/> changed <tender/>.',
    closed: '<tender/>, by <client/>, is closed: {{reason}}.',
    past: 'The day of <tender/>, by <client/>, is over.',
    lapsed: 'The lots without a provider of <tender/>, by <client/>, were closed.',
    missions_overdue: '<client/> was reminded: missions of <tender/> are still in work.',
  },
  offer: {
    sent: '<provider/> applied to <tender/>.',
    revised: '<provider/> changed its offer for <tender/> (version {{number}}).',
    reconfirmed: '<provider/> maintains its offer for <tender/>.',
    withdrawn: '<provider/> withdrew its offer for <tender/>.',
    expired: 'The offer of <provider/> for <tender/> has expired.',
    ended: 'The offer of <provider/> for <tender/> ended: {{reason}}.',
  },
  lot: {
    chosen: '<client/> chose <provider/> for <tender/>.',
    choice_reminded: '<provider/> was reminded to confirm its choice for <tender/>.',
    choice_withdrawn: '<client/> withdrew its choice of <provider/> for <tender/>.',
    choice_expired: '<provider/> did not confirm in time for <tender/>.',
    choice_cancelled: 'The choice of <provider/> for <tender/> is cancelled.',
    declined: '<provider/> declined <tender/>.',
    confirmed: '<provider/> confirmed its mission for <tender/>.',
    completed: '<client/> ended the mission of <provider/> for <tender/>.',
    ended: 'The mission of <provider/> for <tender/>, by <client/>, was ended.',
  },
  review: {
    published: '<client/> published a review of <provider/>.',
    answered: '<provider/> answered the review of <client/>.',
  },
} satisfies Texts<typeof fr.sentences>;

export const reasons = {
  no_suitable_provider: 'no provider was suitable',
  event_cancelled: 'the event is cancelled',
  account_closed: 'the account was closed',
  event_past: 'the day of the event is over',
  tender_closed: 'the tender is closed',
  lot_confirmed: 'the lot went to another provider',
} satisfies Texts<typeof fr.reasons>;
