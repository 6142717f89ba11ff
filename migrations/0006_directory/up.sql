-- The directory, one row for each way to find a provider: a trade or '*', a département or '*'.
-- It repeats the card so that a page is one range of one index, best rank first.
create table directory_entries (
  trade           text    not null,
  departement     text    not null,
  rank            bigint  not null,
  organization_id text    not null references organizations (id),
  handle          text    not null,
  name            text    not null,
  town            text    not null,
  home            text    not null,
  main_trade      text    not null,
  plan            text    not null,
  rating_sum      integer not null,
  rating_count    integer not null,
  excerpt         text    not null,
  primary key (trade, departement, rank, organization_id)
);
create index directory_entries_organization on directory_entries (organization_id, trade, departement);
