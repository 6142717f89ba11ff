-- What a client and a provider say to each other, one row for each pair. The last words are repeated here so
-- that a page of the inbox is one range of one index.
create table conversations (
  id          text   primary key not null,
  client_id   text   not null references organizations (id),
  provider_id text   not null references organizations (id),
  created_at  bigint not null,
  last_at     bigint not null,
  last_text   text   not null,
  last_party  text,
  unique (client_id, provider_id)
);
create index conversations_client on conversations (client_id, last_at, id);
create index conversations_provider on conversations (provider_id, last_at, id);

-- Messages, and news of offers and missions, in the order in which they came. News says which offer, and
-- which version of it was in force.
create table conversation_entries (
  id              text    primary key not null,
  conversation_id text    not null references conversations (id),
  at              bigint  not null,
  kind            text    not null,
  organization_id text,
  account_id      text,
  text            text    not null,
  tender_id       text    references tenders (id),
  offer_id        text    references offers (id),
  offer_number    integer
);
create index conversation_entries_timeline on conversation_entries (conversation_id, at, id);
create index conversation_entries_party on conversation_entries (organization_id, id);

-- What a person has still to read: there is a row only while there is something. Of `entries`, `untold` came
-- by no mail yet.
create table unread_conversations (
  account_id      text    not null references accounts (id),
  conversation_id text    not null references conversations (id),
  entries         integer not null,
  untold          integer not null,
  last_at         bigint  not null,
  primary key (account_id, conversation_id)
);
create index unread_conversations_latest on unread_conversations (account_id, last_at, conversation_id);
