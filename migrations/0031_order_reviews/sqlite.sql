-- A review is of a lot that was done, or of an order that was completed. SQLite cannot loosen a column.
create table reviews_of_both (
  id             text    primary key not null,
  version        integer not null,
  lot_id         text    unique references lots (id),
  order_id       text    unique references orders (id),
  client_id      text    not null references organizations (id),
  provider_id    text    not null references organizations (id),
  author_name    text    not null,
  trade          text    not null,
  rating         integer not null check (rating between 1 and 5),
  exchanges      integer,
  relationship   integer,
  punctuality    integer,
  quality        integer,
  comment        text    not null,
  experienced_on text    not null,
  published_at   bigint  not null,
  answer         text,
  answered_at    bigint,
  check ((lot_id is null) <> (order_id is null))
);
insert into reviews_of_both
select id, version, lot_id, null, client_id, provider_id, author_name, trade, rating, exchanges, relationship,
  punctuality, quality, comment, experienced_on, published_at, answer, answered_at
from reviews;
drop table reviews;
alter table reviews_of_both rename to reviews;
create index reviews_provider on reviews (provider_id, published_at, id);
create index reviews_client on reviews (client_id, published_at, id);

alter table orders add column review_id text;
create index orders_to_review on orders (client_id) where completed_at is not null and review_id is null;
