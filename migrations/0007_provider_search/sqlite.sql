-- Texts are folded (lower case, no accents) before they come here and before they are searched; the
-- words that begin with _ name trades and départements. The index keeps no copy of the text.
create table provider_search_rows (
  number          integer primary key not null,
  organization_id text    not null unique references organizations (id)
);
create virtual table provider_search using fts5 (
  document,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 tokenchars '_-*'",
  prefix = '2 3'
);
