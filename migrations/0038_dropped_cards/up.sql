-- Cards that are not charged any more, until their payment provider has forgotten them too.
create table dropped_cards (
  psp    text   not null,
  token  text   not null,
  due_at bigint not null,
  primary key (psp, token)
);
create index dropped_cards_due on dropped_cards (due_at);
