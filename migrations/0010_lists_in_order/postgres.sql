-- A table of PostgreSQL lies as it was written; a page of a list stays one range of its primary key.
select 1;
