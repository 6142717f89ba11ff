-- The rows of the two public lists lie in the order of their primary key, so that a page of a list is two or
-- three pages of the file; as tables with row numbers they had an index in that order and the rows all over.
create table tender_listings_in_order (
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
) without rowid;
insert into tender_listings_in_order select * from tender_listings order by 1, 2, 3, 4;
drop table tender_listings;
alter table tender_listings_in_order rename to tender_listings;
create index tender_listings_tender on tender_listings (tender_id);

create table directory_entries_in_order (
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
) without rowid;
insert into directory_entries_in_order select * from directory_entries order by 1, 2, 3, 4;
drop table directory_entries;
alter table directory_entries_in_order rename to directory_entries;
create index directory_entries_organization on directory_entries (organization_id, trade, departement);
