-- Instants are Unix milliseconds, ids the prefixed text that the API shows.

create table organizations (
  id            text    primary key not null,
  version       integer not null,
  kind          text    not null check (kind in ('client', 'provider', 'operator')),
  handle        text    not null unique,
  name          text    not null,
  legal_kind    text    not null,
  siret         text,
  vat_number    text,
  vat_exempt    boolean not null default false,
  address       text    not null,
  postal_code   text    not null,
  town          text    not null,
  departement   text    not null,
  phone         text    not null,
  website       text,
  presentation  text    not null default '',
  france_wide   boolean not null default false,
  paused        boolean not null default false,
  plan          text,
  plan_until    bigint,
  rating_sum    integer not null default 0,
  rating_count  integer not null default 0,
  asked_count   integer not null default 0,
  answered_count integer not null default 0,
  state         text    not null,
  closed_reason text,
  created_at    bigint  not null,
  updated_at    bigint  not null
);
create index organizations_kind on organizations (kind, created_at, id);
create index organizations_siret on organizations (siret);

create table organization_trades (
  organization_id text    not null references organizations (id),
  trade           text    not null,
  main            boolean not null,
  primary key (organization_id, trade)
);
create index organization_trades_trade on organization_trades (trade, organization_id);

-- France-wide providers have the one row '*'.
create table organization_departements (
  organization_id text not null references organizations (id),
  departement     text not null,
  primary key (organization_id, departement)
);
create index organization_departements_departement on organization_departements (departement, organization_id);

create table accounts (
  id                text    primary key not null,
  version           integer not null,
  organization_id   text    not null references organizations (id),
  role              text    not null,
  email             text    not null unique,
  password_hash     text    not null,
  given_name        text    not null,
  family_name       text    not null,
  phone             text    not null,
  language          text    not null,
  state             text    not null,
  terms_version     text    not null,
  terms_accepted_at bigint  not null,
  alert_tenders     boolean not null,
  alert_messages    boolean not null,
  registered_ip     text    not null,
  created_at        bigint  not null,
  activated_at      bigint,
  updated_at        bigint  not null
);
create index accounts_organization on accounts (organization_id, created_at, id);
create index accounts_created on accounts (created_at, id);

-- Single-use links: only the hash of what was mailed is kept.
create table account_tokens (
  hash       text   primary key not null,
  purpose    text   not null,
  account_id text   not null references accounts (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at    bigint
);
create index account_tokens_account on account_tokens (account_id, purpose);
create index account_tokens_expires on account_tokens (expires_at);

create table sessions (
  id           text   primary key not null,
  account_id   text   not null references accounts (id),
  user_agent   text   not null,
  ip           text   not null,
  created_at   bigint not null,
  last_seen_at bigint not null,
  expires_at   bigint not null,
  revoked_at   bigint
);
create index sessions_account on sessions (account_id, created_at);
create index sessions_expires on sessions (expires_at);

-- A refresh token that comes a second time tells of a theft and revokes its session.
create table refresh_tokens (
  hash       text   primary key not null,
  session_id text   not null references sessions (id),
  issued_at  bigint not null,
  used_at    bigint
);
create index refresh_tokens_session on refresh_tokens (session_id);

create table api_keys (
  id           text   primary key not null,
  account_id   text   not null references accounts (id),
  name         text   not null,
  hint         text   not null,
  hash         text   not null unique,
  scopes       text   not null,
  created_at   bigint not null,
  expires_at   bigint,
  last_used_at bigint,
  revoked_at   bigint
);
create index api_keys_account on api_keys (account_id, created_at, id);

create table invitations (
  id              text   primary key not null,
  version         integer not null,
  organization_id text   not null references organizations (id),
  email           text   not null,
  role            text   not null,
  token_hash      text   not null unique,
  state           text   not null,
  invited_by      text   not null references accounts (id),
  created_at      bigint not null,
  expires_at      bigint not null
);
create index invitations_organization on invitations (organization_id, created_at, id);

create table deletion_requests (
  id              text    primary key not null,
  version         integer not null,
  organization_id text    not null references organizations (id),
  account_id      text    not null references accounts (id),
  reason          text    not null,
  state           text    not null,
  requested_at    bigint  not null,
  due_at          bigint  not null,
  decided_at      bigint,
  decided_by      text,
  note            text
);
create index deletion_requests_due on deletion_requests (state, due_at, id);
create index deletion_requests_organization on deletion_requests (organization_id, state);

create table bars (
  id         text   primary key not null,
  kind       text   not null,
  value      text   not null,
  reason     text   not null,
  created_by text   not null,
  created_at bigint not null,
  unique (kind, value)
);
create index bars_created on bars (created_at, id);
