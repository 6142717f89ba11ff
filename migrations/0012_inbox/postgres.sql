-- Where a conversation stands, who of the provider's team sees to it, and of what kind its last entry is.
-- `is_indexed` says that its words can be searched: the relay sees to those that are older than the index.
alter table conversations add column state text not null default 'open';
alter table conversations add column assignee_id text references accounts (id);
alter table conversations add column last_kind text not null default 'message';
alter table conversations add column is_indexed boolean not null default false;
update conversations set last_kind = coalesce((
  select e.kind from conversation_entries e
  where e.conversation_id = conversations.id order by e.at desc, e.id desc limit 1
), 'message');
create index conversations_assignee on conversations (provider_id, assignee_id, last_at, id);
create index conversations_closed_client on conversations (client_id, state, last_at, id) where state <> 'open';
create index conversations_closed_provider on conversations (provider_id, state, last_at, id) where state <> 'open';
create index conversations_to_index on conversations (id) where not is_indexed;

-- Why news came, where its fact has a word for it.
alter table conversation_entries add column reason text;

-- The tags of a provider. `name_folded` is the name as it is compared; `conversations` counts those that carry it.
create table tags (
  id              text    primary key not null,
  version         integer not null,
  organization_id text    not null references organizations (id),
  name            text    not null,
  name_folded     text    not null,
  colour          text    not null,
  conversations   integer not null,
  created_at      bigint  not null,
  unique (organization_id, name_folded)
);

-- Which conversation carries which tag. The moment of the last entry is repeated here, so that a page of a tag
-- is one range of one index.
create table conversation_tags (
  conversation_id text   not null references conversations (id),
  tag_id          text   not null references tags (id),
  last_at         bigint not null,
  primary key (conversation_id, tag_id)
);
create index conversation_tags_latest on conversation_tags (tag_id, last_at, conversation_id);

-- By which words each side finds a conversation, folded. `source` is what the word is of: a party, a person or
-- a tender, whose id is a word too.
create table conversation_words (
  conversation_id text not null references conversations (id),
  organization_id text not null references organizations (id),
  word            text collate "C" not null,
  source          text not null,
  primary key (conversation_id, organization_id, word, source)
);
create index conversation_words_found on conversation_words (organization_id, word, conversation_id);
create index conversation_words_source on conversation_words (source);

-- What an offer or a mission between two parties is looked for by.
create index offers_pair on offers (provider_id, client_id);
