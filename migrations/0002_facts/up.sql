-- The log of decisions: audit log, outbox and source of notices in one table.
create table facts (
  id           text   primary key not null,
  kind         text   not null,
  at           bigint not null,
  account_id   text,
  organization_id text,
  subject      text   not null,
  client_id    text,
  provider_id  text,
  payload      text   not null,
  -- The relay: when it is to go on with it (null once all are told), after whom, and how often that failed.
  relay_due_at bigint,
  relay_after  text   not null default '',
  relay_tries  integer not null default 0
);
create index facts_unrelayed on facts (relay_due_at, id) where relay_due_at is not null;
create index facts_subject on facts (subject, id);
create index facts_kind on facts (kind, id);

create table mails (
  id         text    primary key not null,
  fact_id    text    not null references facts (id),
  recipient  text    not null,
  language   text    not null,
  template   text    not null,
  subject    text    not null,
  text_body  text    not null,
  html_body  text    not null,
  -- Which of the recipient's two boxes it obeys, if any.
  alert      text,
  -- The lowest leave first: who waits for a link is not kept waiting by five thousand announcements.
  urgency    integer not null,
  state      text    not null,
  attempts   integer not null,
  -- Null once nothing is left to do.
  due_at     bigint,
  created_at bigint  not null,
  sent_at    bigint,
  last_error text,
  unique (fact_id, recipient)
);
create index mails_due on mails (urgency, due_at, id) where due_at is not null;
create index mails_recipient on mails (recipient, id);
create index mails_failed on mails (id) where state = 'failed';
create index mails_created on mails (created_at);

create table notices (
  id         text   primary key not null,
  account_id text   not null references accounts (id),
  fact_id    text   not null references facts (id),
  kind       text   not null,
  subject    text   not null,
  payload    text   not null,
  created_at bigint not null,
  read_at    bigint,
  unique (account_id, fact_id)
);
create index notices_account on notices (account_id, id);
create index notices_unread on notices (account_id, id) where read_at is null;

-- Every timer is a row; the worker carries out what is due.
create table deadlines (
  id         text   primary key not null,
  subject    text   not null,
  action     text   not null,
  due_at     bigint not null,
  created_at bigint not null,
  done_at    bigint,
  -- When it is to be carried out, later than due_at after a failure; null once it is done.
  next_at    bigint,
  tries      integer not null default 0,
  unique (subject, action, due_at)
);
create index deadlines_due on deadlines (next_at, id) where next_at is not null;

-- A POST that carried an Idempotency-Key, kept with its answer for 24 hours.
create table idempotency_keys (
  account_id   text    not null,
  key          text    not null,
  request_hash text    not null,
  status       integer not null,
  response     text    not null,
  location     text,
  created_at   bigint  not null,
  primary key (account_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- One worker at a time carries out deadlines and deliveries.
create table leases (
  name   text   primary key not null,
  holder text   not null,
  until  bigint not null
);
