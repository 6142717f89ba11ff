-- Whether an article of the help was of use: one answer a person and article, which may change. A visitor is
-- known by nothing: its answer stands under an id of its own.
create table help_votes (
  article  text    not null,
  voter    text    not null,
  helpful  boolean not null,
  voted_at bigint  not null,
  primary key (article, voter)
);
