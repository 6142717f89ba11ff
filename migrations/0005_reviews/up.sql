create table reviews (
  id             text    primary key not null,
  version        integer not null,
  lot_id         text    not null unique references lots (id),
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
  answered_at    bigint
);
create index reviews_provider on reviews (provider_id, published_at, id);
create index reviews_client on reviews (client_id, published_at, id);
