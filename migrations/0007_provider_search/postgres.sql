-- Texts are folded (lower case, no accents) before they come here and before they are searched; the
-- words that begin with _ name trades and départements.
create table provider_search (
  organization_id text     primary key not null references organizations (id),
  document        tsvector not null
);
create index provider_search_document on provider_search using gin (document);
