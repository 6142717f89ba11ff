-- The card of a subscription's first payment may be charged for the periods that follow.
alter table payments add column keeps_card boolean not null default false;
alter table payments add column card_token text;
alter table payments add column card_ending text;
alter table payments add column charged_token text;
alter table payments add column charged_ending text;
alter table sandbox_payments add column card text;
