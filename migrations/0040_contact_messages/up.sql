-- What people write to those who run the marketplace, with or without an account. The sum that was solved for it
-- serves once. The answer leaves by mail; what is ended is removed after a year.
create table contact_messages (
  id         text    primary key,
  version    integer not null,
  sum_id     text    not null unique,
  account_id text    references accounts (id),
  name       text    not null,
  email      text    not null,
  language   text    not null,
  topic      text    not null,
  subject    text    not null,
  message    text    not null,
  state      text    not null,
  answer     text    not null,
  sent_at    bigint  not null,
  ended_at   bigint,
  ended_by   text    references accounts (id)
);
create index contact_messages_state on contact_messages (state, id);
-- Who is erased is found by its address, whether it was signed in or not.
create index contact_messages_email on contact_messages (email);
create index contact_messages_ended on contact_messages (ended_at) where ended_at is not null;
