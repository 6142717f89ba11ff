-- How a lot is paid, and its mission: a lot in work is an order like any other.
alter table lots add column settlement text not null default 'direct';
alter table orders add column lot_id text references lots (id);
alter table orders add column ends_at bigint;
create index orders_lot on orders (lot_id, created_at) where lot_id is not null;

-- Missions that were confirmed before. Nothing falls due on them: their clients end them.
insert into orders (
  id, version, offer_id, number, client_id, provider_id, title, kind, settlement, revisions, questions, is_over,
  created_at, placed_at, lot_id
)
select 'ord_' || substr(l.chosen_offer_id, 5), 1, l.chosen_offer_id, l.agreed_version, l.organization_id,
  l.provider_id, e.title, 'fixed', 'direct', 1, '[]', false, l.started_at, l.started_at, l.id
from lots l join tenders t on t.id = l.tender_id join events e on e.id = t.event_id
where l.state = 'in_work';
insert into order_milestones (
  order_id, number, name, net_amount, gross_amount, currency, days, revisions_used, state, started_at, until
)
select o.id, 1, '', v.net_amount, v.gross_amount, v.currency, 75, 0, 'started', o.created_at,
  o.created_at + 6480000000
from orders o join offer_versions v on v.offer_id = o.offer_id and v.number = o.number
where o.lot_id is not null;
