-- What a provider handed over: a milestone of an order may be delivered again after each revision.
create table deliveries (
  id           text    primary key not null,
  order_id     text    not null references orders (id),
  milestone    integer not null,
  message      text    not null,
  delivered_at bigint  not null
);
create index deliveries_order on deliveries (order_id, delivered_at, id);

-- Those of before have stood in the conversations alone.
insert into deliveries (id, order_id, milestone, message, delivered_at)
select 'dlv_' || substr(e.id, 5), o.id, e.milestone, e.text, e.at
from conversation_entries e join orders o on o.offer_id = e.offer_id
where e.kind = 'order.delivered' and e.milestone is not null;

-- A file is sent for a message or a service, and drawn anew, or for a delivery, and kept as it is.
alter table files add column purpose text not null default 'attachment';
alter table files add column delivery_id text references deliveries (id);
create index files_delivery on files (delivery_id) where delivery_id is not null;

-- The marked pages of a file that is delivered and not accepted yet: to be drawn since `due_at`, or drawn. At most
-- so many of them as `pages` says lie where files are kept.
create table previews (
  file_id text    primary key not null references files (id),
  state   text    not null,
  pages   integer not null,
  tries   integer not null,
  due_at  bigint
);
create index previews_due on previews (due_at, file_id) where due_at is not null;
