-- What people send beside their words; the bytes lie where files are kept, under the id. A file hangs on a
-- message or on a service, at its place among the others there, or on nothing since `loose_at`.
create table files (
  id              text    primary key not null,
  organization_id text    not null references organizations (id),
  account_id      text    not null references accounts (id),
  name            text    not null,
  media_type      text    not null,
  size_bytes      bigint  not null,
  sha256          text    not null,
  width           integer,
  height          integer,
  state           text    not null,
  loose_at        bigint,
  entry_id        text    references conversation_entries (id),
  service_id      text    references services (id),
  place           integer not null,
  created_at      bigint  not null
);
create index files_organization on files (organization_id, loose_at);
create index files_loose on files (loose_at, id) where loose_at is not null;
create index files_leaving on files (id) where state = 'leaving';
create index files_entry on files (entry_id) where entry_id is not null;
create index files_service on files (service_id) where service_id is not null;

-- The photos of a service are read and written with it only; the first stands for it in the catalogue.
alter table services add column photos text not null default '[]';
alter table service_listings add column photo_id text;
alter table service_listings add column photo_alt text not null default '';
