-- What a provider shows of its work on its sheet: photos, a portfolio, links. Its pictures hang on the sheet.
alter table organizations add column showcase text not null default '{}';
alter table files add column sheet_id text references organizations (id);
create index files_sheet on files (sheet_id) where sheet_id is not null;
