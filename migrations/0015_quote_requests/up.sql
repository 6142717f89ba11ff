-- What a client needs of a service, for how much (VAT included) and by when; `offer_id` answered it.
create table quote_requests (
  id             text    primary key not null,
  version        integer not null,
  client_id      text    not null references organizations (id),
  provider_id    text    not null references organizations (id),
  service_id     text    not null references services (id),
  needs          text    not null,
  budget_amount  bigint  not null,
  currency       text    not null,
  wanted_on      text    not null,
  state          text    not null,
  offer_id       text    references offers (id),
  expires_at     bigint  not null,
  created_at     bigint  not null
);
create index quote_requests_client on quote_requests (client_id, created_at, id);
create index quote_requests_provider on quote_requests (provider_id, created_at, id);
create index quote_requests_open on quote_requests (provider_id, client_id) where state = 'open';
create index quote_requests_service on quote_requests (service_id);
create index quote_requests_offer on quote_requests (offer_id) where offer_id is not null;

alter table conversation_entries add column quote_request_id text references quote_requests (id);
