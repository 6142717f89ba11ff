-- A ruling that sends a large sum back waits for a second person of the operator's.
alter table disputes add column drafted_by text;
alter table disputes add column drafted_way_out text;
alter table disputes add column drafted_ruling text;
alter table disputes add column drafted_at bigint;
