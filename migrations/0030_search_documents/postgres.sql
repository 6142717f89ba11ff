-- PostgreSQL keeps the words of a row in the row.
select 1;
