-- What was issued, for ever: `document` is all that it says. `issuer` is `platform` or the provider's id, and names
-- the sequence of its numbers. An invoice is issued once for a purpose and a subject.
create table invoices (
  id             text    primary key not null,
  issuer         text    not null,
  issuer_id      text    references organizations (id),
  buyer_id       text    not null references organizations (id),
  order_id       text    references orders (id),
  kind           text    not null,
  purpose        text    not null,
  subject        text    not null,
  year           integer not null,
  sequence       bigint  not null check (sequence > 0),
  number         text    not null,
  issued_at      bigint  not null,
  corrects_id    text    references invoices (id),
  net_amount     bigint  not null,
  vat_amount     bigint  not null,
  gross_amount   bigint  not null check (gross_amount > 0),
  currency       text    not null,
  document       text    not null,
  unique (issuer, year, sequence),
  unique (purpose, subject)
);
create index invoices_issued on invoices (issuer_id, issued_at, id) where issuer_id is not null;
create index invoices_received on invoices (buyer_id, issued_at, id);
create index invoices_all on invoices (issued_at, id);
create index invoices_order on invoices (order_id, issued_at, id) where order_id is not null;
create index invoices_corrects on invoices (corrects_id) where corrects_id is not null;

-- Where each sequence stands. Its row is locked from the draw to the commit, so that a number that was drawn is
-- issued or drawn again.
create table invoice_sequences (
  issuer         text    not null,
  year           integer not null,
  last_number    bigint  not null,
  last_at        bigint  not null,
  primary key (issuer, year)
);

-- Who has its invoices issued in its name. A provider has at most one mandate in force; those before stay.
create table invoicing_mandates (
  id             text    primary key not null,
  provider_id    text    not null references organizations (id),
  text_version   text    not null,
  agent_name     text    not null,
  agent_siren    text    not null,
  legal_name     text    not null,
  legal_details  text,
  accepted_by    text    not null references accounts (id),
  accepted_at    bigint  not null,
  revoked_at     bigint
);
create unique index invoicing_mandates_in_force on invoicing_mandates (provider_id) where revoked_at is null;
create index invoicing_mandates_provider on invoicing_mandates (provider_id, accepted_at);

-- Whoever writes to the tables by hand hears it too.
create function invoices_stay() returns trigger language plpgsql as $$
begin
  raise exception 'an issued invoice never changes';
end
$$;
create trigger invoices_stay before update or delete on invoices
  for each row execute function invoices_stay();
create trigger invoices_are_kept before truncate on invoices
  for each statement execute function invoices_stay();
