-- Advertising campaigns: a banner on one page, for the visitors of one département, during some days. Whether a paid
-- one waits, runs or is over follows from its days. `payment_id` is the payment that buys what it says now.
create table campaigns (
  id               text    primary key not null,
  version          integer not null,
  provider_id      text    not null references organizations (id),
  title            text    not null,
  link             text    not null,
  placement        text    not null,
  departement      text    not null,
  size             text    not null,
  banner_id        text    not null,
  days             integer not null,
  starts_on        text    not null,
  ends_on          text    not null,
  state            text    not null,
  payment_id       text    references payments (id),
  listed_amount    bigint,
  discount_percent integer,
  currency         text    not null,
  paid_at          bigint,
  stopped_at       bigint,
  stop_reason      text    not null,
  created_at       bigint  not null
);
create index campaigns_of on campaigns (provider_id, created_at, id);
create index campaigns_shown on campaigns (placement, departement, state, ends_on);
create index campaigns_paid on campaigns (paid_at, id) where paid_at is not null;

alter table payments add column campaign_id text references campaigns (id);
alter table files add column campaign_id text references campaigns (id);
create index files_campaign on files (campaign_id) where campaign_id is not null;

-- How often a page with a banner's place, or a campaign's banner, was shown on a day, and the banner followed. The
-- subject is the word of the page or the id of the campaign.
create table audience (
  subject text   not null,
  day     text   not null,
  views   bigint not null,
  clicks  bigint not null,
  primary key (subject, day)
);
