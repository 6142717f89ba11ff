-- What the operator looks through: all that leaves, and what did not arrive.
create index outgoings_latest on outgoings (created_at, id);
create index outgoings_in_state on outgoings (state, created_at, id);
