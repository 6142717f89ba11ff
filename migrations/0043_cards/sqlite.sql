-- A card is one column, the JSON that the API gives out: a page of the two public lists goes out as it lies there.
create table tender_listings_with_cards (
  trade        text    not null,
  departement  text    not null,
  published_at bigint  not null,
  tender_id    text    not null references tenders (id),
  slug         text    not null,
  card         text    not null,
  primary key (trade, departement, published_at, tender_id)
) without rowid;
insert into tender_listings_with_cards
  select trade, departement, published_at, tender_id, slug, json_object(
    'id', tender_id, 'slug', slug, 'kind', kind, 'title', title, 'day', day, 'town', town, 'departement', home,
    'guests', guests, 'trades', json(trades),
    'published_at', strftime('%Y-%m-%dT%H:%M:%fZ', published_at / 1000.0, 'unixepoch'))
  from tender_listings order by 1, 2, 3, 4;
drop table tender_listings;
alter table tender_listings_with_cards rename to tender_listings;
create index tender_listings_tender on tender_listings (tender_id);

create table directory_entries_with_cards (
  trade           text    not null,
  departement     text    not null,
  rank            bigint  not null,
  organization_id text    not null references organizations (id),
  handle          text    not null,
  plan            text    not null,
  card            text    not null,
  primary key (trade, departement, rank, organization_id)
) without rowid;
insert into directory_entries_with_cards
  select trade, departement, rank, organization_id, handle, plan, json_object(
    'id', organization_id, 'handle', handle, 'name', name, 'town', town, 'departement', home, 'main_trade', main_trade,
    'plan', plan, 'rating', json_object(
      'average', case when rating_count > 0 then round(1.0 * rating_sum / rating_count, 2) end, 'count', rating_count),
    'is_new', json(case when rating_count = 0 then 'true' else 'false' end), 'excerpt', excerpt)
  from directory_entries order by 1, 2, 3, 4;
drop table directory_entries;
alter table directory_entries_with_cards rename to directory_entries;
create index directory_entries_organization on directory_entries (organization_id, trade, departement);
