-- The service that an offer was made from, in its version in force. A service that an offer names is kept.
alter table offers add column service_id text references services (id);
update offers set service_id = (
  select s.id from offer_versions v join services s on s.id = v.conditions ->> 'service'
  where v.offer_id = offers.id and v.number = offers.number
);
create index offers_service on offers (service_id) where service_id is not null;
