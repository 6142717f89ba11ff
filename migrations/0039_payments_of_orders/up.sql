-- The payments of an order, whatever became of them: its kept card is looked for with each look at it.
create index payments_order on payments (order_id, created_at) where order_id is not null;
