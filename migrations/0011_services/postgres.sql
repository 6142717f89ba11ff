-- What providers sell off the shelf; without a number of revisions they are unlimited. Packages and questions
-- are read and written with their service only.
create table services (
  id                text    primary key not null,
  version           integer not null,
  provider_id       text    not null references organizations (id),
  slug              text    not null,
  title             text    not null,
  trade             text    not null,
  description       text    not null,
  price_amount      bigint  not null,
  currency          text    not null,
  delivery_days     integer not null,
  revisions         integer,
  packages          text    not null,
  questions         text    not null,
  greeting          text    not null,
  state             text    not null,
  published_at      bigint,
  created_at        bigint  not null,
  updated_at        bigint  not null
);
create index services_provider on services (provider_id, created_at, id);
create index services_slug on services (slug);

-- One row for each way to find a public service, as tender_listings has for tenders. Its rank is its provider's.
create table service_listings (
  trade         text    not null,
  departement   text    not null,
  rank          bigint  not null,
  service_id    text    not null references services (id),
  provider_id   text    not null references organizations (id),
  slug          text    not null,
  service_trade text    not null,
  title         text    not null,
  excerpt       text    not null,
  price_amount  bigint  not null,
  currency      text    not null,
  delivery_days integer not null,
  handle        text    not null,
  name          text    not null,
  town          text    not null,
  home          text    not null,
  rating_sum    integer not null,
  rating_count  integer not null,
  primary key (trade, departement, rank, service_id)
);
create index service_listings_provider on service_listings (provider_id, trade, departement, service_id);
create index service_listings_service on service_listings (service_id);

-- As provider_search: folded words, and words that begin with _ for trades and départements.
create table service_search (
  service_id text     primary key not null references services (id),
  document   tsvector not null
);
create index service_search_document on service_search using gin (document);

-- The service that a message is about.
alter table conversation_entries add column service_id text references services (id);
create index conversation_entries_service on conversation_entries (service_id) where service_id is not null;
