-- The seals of the audit trail: a chain of hashes per org over its events, so that an edited or missing row is found
-- (docs/adr/0006 says what this protects from, and what not).
--
-- An event is written without waiting for the chain: a trigger only notes that it is not sealed yet. The worker seals
-- what is noted, in the order of ids, a moment later. Late commits are sealed when they are seen, so the order of the
-- chain is seq, not the id.

-- What waits for its seal. A few rows: the sealer empties it every second. There is no foreign key to the event: a row
-- that stays here without one says that the event was deleted before it could be sealed.
create table events_unsealed (
  org_id   uuid not null,
  event_id uuid not null,
  primary key (org_id, event_id)
);

create table event_seals (
  org_id   uuid   not null,
  seq      bigint not null check (seq > 0),
  event_id uuid   not null, -- no foreign key: the seal outlives the row, and names it
  digest   bytea  not null check (octet_length(digest) = 32), -- SHA-256 of the row's canonical bytes
  hash     bytea  not null check (octet_length(hash) = 32), -- SHA-256 of the hash before and the digest
  primary key (org_id, seq),
  constraint event_seals_event_key unique (org_id, event_id)
);

-- Where an org's chain stands, and where it begins since retention dropped its oldest part. Its row is the lock under
-- which the chain grows.
create table event_chains (
  org_id         uuid   primary key references orgs (id),
  seq            bigint not null default 0,
  hash           bytea  not null default decode(repeat('00', 32), 'hex') check (octet_length(hash) = 32),
  anchor_seq     bigint not null default 0, -- the seals up to here are gone
  anchor_hash    bytea  not null default decode(repeat('00', 32), 'hex') check (octet_length(anchor_hash) = 32),
  dropped_before uuid, -- events with smaller ids were dropped by retention
  constraint event_chains_anchor_check check (anchor_seq between 0 and seq)
);

-- As the owner, who passes row security that is not forced.
alter table events no force row level security;
insert into events_unsealed (org_id, event_id) select org_id, id from events;
alter table events force row level security;

create function note_unsealed() returns trigger language plpgsql as $$
begin
  insert into public.events_unsealed (org_id, event_id) values (new.org_id, new.id);
  return null;
end $$;
create trigger note_unsealed after insert on events for each row execute function note_unsealed();

-- As with events, not by tenant_table: nobody deletes here what an org deletes or is purged of.
do $$
declare t text;
begin
  foreach t in array array['events_unsealed', 'event_seals', 'event_chains'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant on %s for all to app_tenant
                    using (org_id = (select current_org())) with check (org_id = (select current_org()))', t);
    execute format('grant select on %s to app_tenant', t);
  end loop;
end $$;
grant insert on events_unsealed to app_tenant; -- by the trigger, with the event

-- The sealer. Of the seals it may delete those alone that lie before the chain's anchor.
create policy sealer on events for select to app_system using (true);
create policy sealer on events_unsealed for all to app_system using (true) with check (true);
create policy sealer on event_chains for all to app_system using (true) with check (true);
create policy sealer_reads on event_seals for select to app_system using (true);
create policy sealer_adds on event_seals for insert to app_system with check (true);
create policy retention on event_seals for delete to app_system
  using (seq <= (select c.anchor_seq from event_chains c where c.org_id = event_seals.org_id));
grant select on events to app_system;
grant select, delete on events_unsealed to app_system;
grant select, insert, update on event_chains to app_system;
grant select, insert, delete on event_seals to app_system;
select system_table('told_events', 'select, delete'); -- retention

-- Drops the months that end at `bound` or before, and what lies among the rest below it. The caller has moved the
-- anchors of the chains and deleted what points at these events, in the same transaction. Returns the partitions dropped.
create function drop_events_before(bound uuid) returns text[]
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '3s' as $$
declare
  part record;
  dropped text[] := '{}';
begin
  for part in
    select c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.events'::regclass and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
      and (substring(pg_get_expr(c.relpartbound, c.oid) from $re$TO \('([0-9a-f-]{36})'\)$re$))::uuid <= bound
    order by 1
  loop
    execute format('alter table public.events detach partition public.%I', part.name);
    execute format('drop table public.%I', part.name);
    dropped := dropped || part.name::text;
  end loop;
  delete from public.events_rest where id < bound; -- as the owner, for whom its row security is not forced
  return dropped;
end $$;
revoke all on function drop_events_before from public;
grant execute on function drop_events_before to app_system;
