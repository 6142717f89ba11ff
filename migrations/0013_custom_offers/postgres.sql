-- An offer answers a lot, or nothing that was published: a custom offer.
alter table offers alter column lot_id drop not null;
alter table offers alter column tender_id drop not null;
alter table offers alter column tender_revision drop not null;
alter table offers add column title text not null default '';
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
