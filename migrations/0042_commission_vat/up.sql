-- The VAT on the platform's commission, in basis points: an exempt platform adds none. Before, it was always added.
alter table orders add column commission_vat integer not null default 2000;
