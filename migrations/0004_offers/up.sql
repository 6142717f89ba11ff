create table offers (
  id              text    primary key not null,
  version         integer not null,
  lot_id          text    not null references lots (id),
  tender_id       text    not null references tenders (id),
  client_id       text    not null references organizations (id),
  provider_id     text    not null references organizations (id),
  state           text    not null,
  number          integer not null,
  tender_revision integer not null,
  net_amount      bigint  not null,
  gross_amount    bigint  not null,
  currency        text    not null,
  expires_at      bigint,
  created_at      bigint  not null,
  updated_at      bigint  not null,
  unique (lot_id, provider_id)
);
create index offers_provider on offers (provider_id, state, created_at, id);
create index offers_tender on offers (tender_id, provider_id);

-- Immutable: what was offered, in the words of that day.
create table offer_versions (
  offer_id        text    not null references offers (id),
  number          integer not null,
  public_message  text    not null,
  private_message text    not null,
  terms           text    not null,
  net_amount      bigint  not null,
  gross_amount    bigint  not null,
  currency        text    not null,
  expires_at      bigint,
  created_by      text    not null,
  created_at      bigint  not null,
  primary key (offer_id, number)
);
