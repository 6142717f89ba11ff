-- What was agreed by the hour, and what was logged: a sheet of hours is a milestone of its order.
create table order_timesheets (
  order_id        text    primary key not null references orders (id),
  rate_amount     bigint  not null,
  currency        text    not null,
  vat_rate        integer not null,
  estimated_hours integer not null,
  weekly_hours    integer,
  lowered_hours   integer,
  lowered_from    text,
  acceptance_days integer not null,
  stopped_at      bigint
);
create table order_hours (
  id       text    primary key not null,
  order_id text    not null references orders (id),
  sheet    integer not null,
  day      text    not null,
  minutes  integer not null check (minutes > 0),
  what     text    not null
);
create index order_hours_of on order_hours (order_id, day, id);

insert into order_timesheets
select o.id, (v.terms::json -> 'rate' ->> 'amount')::bigint, 'EUR', (v.terms::json ->> 'vat_rate')::integer, (v.terms::json ->> 'estimated_hours')::integer, o.weekly_hours, null, null, 7, null
from orders o join offer_versions v on v.offer_id = o.offer_id and v.number = o.number
where o.kind = 'hourly';
-- An estimate is nothing that was supplied: what is under way costs what will be logged on it.
update order_milestones set net_amount = 0, gross_amount = 0, days = 7
where state in ('pending', 'started') and order_id in (select order_id from order_timesheets);
alter table orders drop column weekly_hours;
