-- Digests of what identified a party that was erased: its pseudo stays taken for good, and the operator sees
-- how often someone came and went. Nobody can be named from them alone.
create table erased_identifiers (
  kind       text   not null,
  digest     text   not null,
  request_id text   not null references deletion_requests (id),
  erased_at  bigint not null,
  primary key (kind, digest, request_id)
);
