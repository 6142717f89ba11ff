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

-- Who answered a lot before there were conversations has one with its client, which begins with the offer. The
-- ids are those of the offers under another prefix.
insert into conversations (id, client_id, provider_id, created_at, last_at, last_text, last_party)
select 'cnv_' || substr(min(id), 5), client_id, provider_id, min(created_at), max(created_at), '', provider_id
from offers
group by client_id, provider_id;

insert into conversation_entries
  (id, conversation_id, at, kind, organization_id, account_id, text, tender_id, offer_id, offer_number)
select 'ent_' || substr(o.id, 5), c.id, o.created_at, 'offer.sent', o.provider_id, v.created_by, '', o.tender_id, o.id, 1
from offers o
join conversations c on c.client_id = o.client_id and c.provider_id = o.provider_id
join offer_versions v on v.offer_id = o.id and v.number = 1;
