-- A review is of a lot that was done, or of an order that was completed.
alter table reviews alter column lot_id drop not null;
alter table reviews add column order_id text unique references orders (id);
alter table reviews add check ((lot_id is null) <> (order_id is null));

alter table orders add column review_id text;
create index orders_to_review on orders (client_id) where completed_at is not null and review_id is null;
