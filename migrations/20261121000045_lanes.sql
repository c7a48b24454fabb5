-- Lanes that go on soon after the kill of the process that held them.

alter table outbox
  -- The process that holds the lease, by the number of its session lock (platform::db::Presence). While nobody holds
  -- that lock, nobody is sending: the lease is worth nothing.
  add column leased_by integer,
  -- It waits for its chat's budget: what is behind it in the lane needs the same budget, and waits with it.
  add column rests boolean not null default false;

create index outbox_leased on outbox (leased_by) where leased_by is not null and leased_until is not null;
