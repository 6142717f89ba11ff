-- The folded words beside their index, between spaces: where many rows are found, the list is gone through in its
-- order, and looking into one text is far cheaper than asking the index about one row. What is indexed already is
-- read back from the index.
alter table provider_search_rows add column document text not null default '';
create virtual table provider_search_words using fts5vocab(provider_search, instance);
create temporary table documents as
  select doc as number, ' ' || group_concat(term, ' ') || ' ' as document from provider_search_words group by doc;
create unique index temp.documents_number on documents (number);
update provider_search_rows set document = (select d.document from documents d where d.number = provider_search_rows.number)
where number in (select number from documents);
drop table documents;
drop table provider_search_words;

alter table service_search_rows add column document text not null default '';
create virtual table service_search_words using fts5vocab(service_search, instance);
create temporary table documents as
  select doc as number, ' ' || group_concat(term, ' ') || ' ' as document from service_search_words group by doc;
create unique index temp.documents_number on documents (number);
update service_search_rows set document = (select d.document from documents d where d.number = service_search_rows.number)
where number in (select number from documents);
drop table documents;
drop table service_search_words;
