-- An order with kept funds exists for its provider from its first payment on.
alter table orders add column placed_at bigint;
update orders set placed_at = created_at;
alter table orders add column commission_percent integer not null default 0;
alter table orders add column payment_days integer not null default 0;
alter table orders add column start_days integer not null default 0;
alter table orders add column requirements_days integer not null default 0;
alter table order_milestones add column funded_at bigint;
alter table order_milestones add column disputed_at bigint;
alter table order_milestones add column frozen_state text;
alter table order_milestones add column released_amount bigint;

-- What clients and providers pay through the platform. One payment at a time lives for a milestone.
create table payments (
  id              text    primary key not null,
  version         integer not null,
  organization_id text    not null references organizations (id),
  purpose         text    not null,
  order_id        text    references orders (id),
  milestone       integer,
  plan            text,
  plan_months     integer,
  net_amount      bigint  not null,
  amount          bigint  not null,
  received_amount bigint  not null,
  currency        text    not null,
  state           text    not null,
  psp             text    not null,
  reference       text,
  intent          text,
  url             text,
  failure         text,
  created_at      bigint  not null,
  expires_at      bigint  not null,
  paid_at         bigint,
  check_at        bigint,
  checks          integer not null
);
create unique index payments_reference on payments (psp, reference);
create index payments_intent on payments (intent) where intent is not null;
create unique index payments_living on payments (order_id, milestone)
  where order_id is not null and state in ('created', 'open', 'succeeded');
create index payments_of on payments (organization_id, created_at, id);
create index payments_check on payments (check_at) where check_at is not null;

-- What leaves: refunds to clients, payouts to providers. The row is made with the money set aside for it.
create table outgoings (
  id              text    primary key not null,
  version         integer not null,
  kind            text    not null,
  organization_id text    not null references organizations (id),
  payment_id      text    references payments (id),
  order_id        text    references orders (id),
  milestone       integer,
  amount          bigint  not null,
  currency        text    not null,
  state           text    not null,
  psp             text    not null,
  reference       text,
  destination     text    not null,
  failure         text,
  created_at      bigint  not null,
  settled_at      bigint,
  check_at        bigint,
  checks          integer not null
);
create unique index outgoings_reference on outgoings (psp, reference);
create index outgoings_of on outgoings (organization_id, kind, created_at, id);
create index outgoings_check on outgoings (check_at) where check_at is not null;

-- The ledger: rows are only ever added. Accounts that must never be overdrawn have a balance.
create table ledger_transfers (
  fact_id  text    not null references facts (id),
  seq      integer not null,
  debit    text    not null,
  credit   text    not null,
  amount   bigint  not null check (amount > 0),
  currency text    not null,
  at       bigint  not null,
  primary key (fact_id, seq),
  check (debit <> credit)
);
create index ledger_debit on ledger_transfers (debit);
create index ledger_credit on ledger_transfers (credit);
create table ledger_balances (
  account  text   primary key not null,
  currency text   not null,
  credits  bigint not null,
  debits   bigint not null,
  check (debits >= 0 and credits >= debits)
);
-- One row while the ledger does not hold: no money moves until it was looked at.
create table ledger_stops (
  id      integer primary key not null,
  at      bigint  not null,
  reason  text    not null
);

-- Disputes about a milestone of an order: one at a time.
create table disputes (
  id              text    primary key not null,
  version         integer not null,
  order_id        text    not null references orders (id),
  milestone       integer not null,
  title           text    not null,
  settlement      text    not null,
  client_id       text    not null references organizations (id),
  provider_id     text    not null references organizations (id),
  opener_id       text    not null references organizations (id),
  reason          text    not null,
  at_stake_amount bigint  not null,
  currency        text    not null,
  state           text    not null,
  is_over         boolean not null,
  proposed_by     text    references organizations (id),
  proposal        text,
  proposed_at     bigint,
  outcome         text,
  ruling          text    not null,
  opened_at       bigint  not null,
  escalates_at    bigint  not null,
  escalated_at    bigint,
  ended_at        bigint
);
create unique index disputes_open on disputes (order_id) where not is_over;
create index disputes_order on disputes (order_id, opened_at, id);
create index disputes_client on disputes (client_id, is_over, opened_at, id);
create index disputes_provider on disputes (provider_id, is_over, opened_at, id);
create index disputes_state on disputes (state, escalated_at, id);
create table dispute_messages (
  id              text   primary key not null,
  dispute_id      text   not null references disputes (id),
  organization_id text   references organizations (id),
  account_id      text   references accounts (id),
  text            text   not null,
  at              bigint not null
);
create index dispute_messages_of on dispute_messages (dispute_id, at, id);

-- Where a provider's money goes. `reference` names it at the payment provider; what was typed is not kept.
create table payout_accounts (
  organization_id text   primary key not null references organizations (id),
  version         integer not null,
  psp             text   not null,
  reference       text   not null,
  holder          text   not null,
  ending          text   not null,
  state           text   not null,
  url             text,
  created_at      bigint not null,
  check_at        bigint,
  checks          integer not null
);
create index payout_accounts_check on payout_accounts (check_at) where check_at is not null;

-- Events of payment providers that were taken: each once.
create table psp_events (
  psp         text   not null,
  id          text   not null,
  received_at bigint not null,
  primary key (psp, id)
);

-- The built-in payment provider keeps books of its own, and tells of what happens in its own time.
create table sandbox_payments (
  reference     text    primary key not null,
  amount        bigint  not null,
  currency      text    not null,
  state         text    not null,
  failure       text,
  refunded      bigint  not null,
  taken_back_at bigint
);
create table sandbox_transfers (
  reference  text   primary key not null,
  amount     bigint not null,
  currency   text   not null,
  failure    text,
  settles_at bigint not null
);
create table sandbox_events (
  id         text   primary key not null,
  reference  text   not null,
  deliver_at bigint not null
);
create index sandbox_events_due on sandbox_events (deliver_at);
