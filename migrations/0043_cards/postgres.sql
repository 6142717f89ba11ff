-- A card is one column, the JSON that the API gives out: a page of the two public lists goes out as it lies there.
alter table tender_listings add column card text;
update tender_listings set card = json_build_object(
  'id', tender_id, 'slug', slug, 'kind', kind, 'title', title, 'day', day, 'town', town, 'departement', home,
  'guests', guests, 'trades', trades::json,
  'published_at', to_char(to_timestamp(published_at / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text;
alter table tender_listings
  alter column card set not null, drop column kind, drop column title, drop column day, drop column town,
  drop column home, drop column guests, drop column trades;

alter table directory_entries add column card text;
update directory_entries set card = json_build_object(
  'id', organization_id, 'handle', handle, 'name', name, 'town', town, 'departement', home, 'main_trade', main_trade,
  'plan', plan, 'rating', json_build_object(
    'average', case when rating_count > 0 then round(1.0 * rating_sum / rating_count, 2) end, 'count', rating_count),
  'is_new', rating_count = 0, 'excerpt', excerpt)::text;
alter table directory_entries
  alter column card set not null, drop column name, drop column town, drop column home, drop column main_trade,
  drop column rating_sum, drop column rating_count, drop column excerpt;
