-- Texts are folded (lower case, no accents) before they come here and before they are searched.
create virtual table provider_search using fts5 (organization_id unindexed, document, tokenize = 'unicode61', prefix = '2 3');
