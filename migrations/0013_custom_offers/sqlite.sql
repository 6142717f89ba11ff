-- An offer answers a lot, or nothing that was published: a custom offer. SQLite cannot take a `not null`
-- back, so the table is laid anew.
create table offers_anew (
  id              text    primary key not null,
  version         integer not null,
  lot_id          text    references lots (id),
  tender_id       text    references tenders (id),
  client_id       text    not null references organizations (id),
  provider_id     text    not null references organizations (id),
  state           text    not null,
  number          integer not null,
  tender_revision integer,
  net_amount      bigint  not null,
  gross_amount    bigint  not null,
  currency        text    not null,
  expires_at      bigint,
  created_at      bigint  not null,
  updated_at      bigint  not null,
  title           text    not null default '',
  unique (lot_id, provider_id)
);
insert into offers_anew
select id, version, lot_id, tender_id, client_id, provider_id, state, number, tender_revision, net_amount,
  gross_amount, currency, expires_at, created_at, updated_at, ''
from offers;
drop table offers;
alter table offers_anew rename to offers;
create index offers_provider on offers (provider_id, state, created_at, id);
create index offers_tender on offers (tender_id, provider_id);
alter table offer_versions add column title text not null default '';
alter table offer_versions add column conditions text not null
  default '{"service":null,"revisions":{"included":1},"questions":[],"settlement":"direct","deposit_percent":null}';
create index offers_custom on offers (client_id, provider_id, created_at, id) where lot_id is null;

-- The operator switches a kind of terms off for some trades, or gives it to some providers only.
create table terms_rules (
  kind           text    primary key not null,
  version        integer not null,
  trades_off     text    not null,
  providers_only boolean not null
);
create table terms_providers (
  kind        text not null,
  provider_id text not null references organizations (id),
  primary key (kind, provider_id)
);

create table orders (
  id            text    primary key not null,
  version       integer not null,
  offer_id      text    not null unique references offers (id),
  number        integer not null,
  client_id     text    not null references organizations (id),
  provider_id   text    not null references organizations (id),
  title         text    not null,
  kind          text    not null,
  settlement    text    not null,
  revisions     integer,
  questions     text    not null,
  answers       text,
  rhythm        text,
  every         integer,
  weekly_hours  integer,
  answer_by     bigint,
  is_over       boolean not null,
  created_at    bigint  not null
);
create index orders_client on orders (client_id, is_over, created_at, id);
create index orders_provider on orders (provider_id, is_over, created_at, id);

create table order_milestones (
  order_id       text    not null references orders (id),
  number         integer not null,
  name           text    not null,
  net_amount     bigint  not null,
  gross_amount   bigint  not null,
  currency       text    not null,
  days           integer not null,
  revisions_used integer not null,
  state          text    not null,
  started_at     bigint,
  at             bigint,
  until          bigint,
  primary key (order_id, number)
);

alter table conversation_entries add column milestone integer;
