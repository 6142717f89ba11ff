create table events (
  id              text    primary key not null,
  organization_id text    not null references organizations (id),
  kind            text    not null,
  title           text    not null,
  day             text,
  day_flexible    boolean not null,
  start_time      text,
  zone            text    not null,
  venue_known     boolean not null,
  venue           text    not null,
  town            text    not null,
  departement     text    not null,
  guests          integer,
  guest_ages      text    not null,
  description     text    not null,
  ideas_wanted    boolean not null,
  created_at      bigint  not null
);
create index events_organization on events (organization_id, created_at, id);

create table tenders (
  id              text    primary key not null,
  version         integer not null,
  event_id        text    not null unique references events (id),
  organization_id text    not null references organizations (id),
  slug            text    not null,
  revision        integer not null,
  draft_step      integer not null,
  published_at    bigint,
  closed_at       bigint,
  closed_reason   text,
  closing_note    text,
  created_at      bigint  not null,
  updated_at      bigint  not null
);
create index tenders_organization on tenders (organization_id, created_at, id);
-- A draft has no slug yet.
create unique index tenders_slug on tenders (slug) where slug <> '';

create table lots (
  id              text    primary key not null,
  version         integer not null,
  tender_id       text    not null references tenders (id),
  organization_id text    not null references organizations (id),
  position        integer not null,
  trade           text    not null,
  wishes          text    not null,
  quantity        text    not null,
  state           text    not null,
  chosen_offer_id text,
  provider_id     text,
  agreed_version  integer,
  chosen_at       bigint,
  confirm_by      bigint,
  started_at      bigint,
  ended_at        bigint,
  created_at      bigint  not null
);
create index lots_tender on lots (tender_id, position);
create index lots_client_state on lots (organization_id, state, created_at, id);
create index lots_in_work on lots (started_at, id) where state = 'in_work';
create index lots_provider_state on lots (provider_id, state, created_at, id);

-- The public list of open tenders, one row for each way to find one: a trade or '*', a département or '*'.
-- It repeats the card so that a page is one range of one index.
create table tender_listings (
  trade        text    not null,
  departement  text    not null,
  published_at bigint  not null,
  tender_id    text    not null references tenders (id),
  slug         text    not null,
  kind         text    not null,
  title        text    not null,
  day          text,
  town         text    not null,
  home         text    not null,
  guests       integer,
  trades       text    not null,
  primary key (trade, departement, published_at, tender_id)
);
create index tender_listings_tender on tender_listings (tender_id);

create table hidden_tenders (
  organization_id text   not null references organizations (id),
  tender_id       text   not null references tenders (id),
  hidden_at       bigint not null,
  primary key (organization_id, tender_id)
);
