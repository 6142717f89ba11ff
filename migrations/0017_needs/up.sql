-- What a client needs, described once and handed to a few providers.
create table needs (
  id          text   primary key not null,
  client_id   text   not null references organizations (id),
  account_id  text   not null references accounts (id),
  title       text   not null,
  description text   not null,
  trade       text   not null,
  departement text   not null,
  day         text,
  budget_min  bigint,
  budget_max  bigint,
  currency    text   not null,
  sent_at     bigint not null
);
create index needs_client on needs (client_id, sent_at, id);

-- Who got it, in the order in which they were chosen, by which of their services, and why.
create table need_recipients (
  need_id     text    not null references needs (id),
  position    integer not null,
  provider_id text    not null references organizations (id),
  service_id  text    not null references services (id),
  reasons     text    not null,
  primary key (need_id, position)
);
create index need_recipients_service on need_recipients (service_id);

-- The need that a message hands over.
alter table conversation_entries add column need_id text references needs (id);

-- When everything of an order was approved: what the loyalty of a provider's clients is counted from.
alter table orders add column completed_at bigint;
update orders set completed_at = (
  select max(m.at) from order_milestones m where m.order_id = orders.id and m.state = 'accepted'
) where is_over;
create index orders_completed on orders (provider_id, client_id, completed_at) where completed_at is not null;
