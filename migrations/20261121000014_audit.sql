-- The log of what happened becomes an audit trail: who, on whose behalf, from where, what, old and new.
--
-- It is partitioned by month, by range of its id. The ids are UUIDv7, whose first 48 bits are the milliseconds since
-- 1970, and PostgreSQL compares a uuid byte by byte, so a range of ids is a range of time. That is why no time has to
-- join the primary key: (org_id, id) and the foreign keys that point at it stay what they are.
--
-- A partition has no right of its own for any role of the product: rows are reached through the table alone, whose
-- row security then holds. Row security is enabled on each partition too, without a policy, so that a right given by
-- mistake still shows nothing. It is not forced there: retention runs as the owner.

-- The smallest id of a moment. UUIDv7 of the same millisecond are greater: their version is not zero.
create function event_floor(at timestamptz) returns uuid language sql immutable strict parallel safe
  as $$ select rpad(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), 32, '0')::uuid $$;

alter table told_events drop constraint told_events_org_id_event_id_fkey;
alter table events rename to events_before;
alter index events_pkey rename to events_before_pkey;
alter index events_by_request rename to events_before_by_request;

create table events (
  org_id       uuid not null references orgs (id),
  id           uuid not null,
  at           timestamptz not null,
  actor_kind   text not null check (actor_kind in ('member', 'contact', 'service', 'system')),
  actor_id     uuid, -- the person; null for a service account and for the system
  service_id   uuid, -- the service account
  on_behalf_of uuid, -- the person for whom the actor acted
  surface      text not null check (surface in ('system', 'bot', 'mini_app', 'console', 'api', 'cli', 'job', 'import', 'automation')),
  address      inet, -- of the client
  session_id   uuid, -- of an account, which belongs to no org: no foreign key
  kind         text not null,
  subject_kind text,
  subject_id   uuid, -- what it is about; it may be gone by now, and what happened stays: no foreign key
  request_id   uuid,
  changes      jsonb check (jsonb_typeof(changes) = 'object'), -- field → [old, new]
  data         jsonb not null, -- the event as domain::events::Event writes it
  primary key (org_id, id),
  constraint events_subject_check check ((subject_kind is null) = (subject_id is null)),
  constraint events_org_id_request_id_fkey foreign key (org_id, request_id) references requests (org_id, id),
  constraint events_org_id_actor_id_fkey foreign key (org_id, actor_id) references people (org_id, id),
  constraint events_org_id_on_behalf_of_fkey foreign key (org_id, on_behalf_of) references people (org_id, id)
) partition by range (id);

-- For ids of a time that has no partition of its own: a clock that is far off, or a platform that slept for months.
create table events_rest partition of events default;
alter table events_rest enable row level security;

-- Makes the partitions of `months` months, from the month of `at` (UTC). A month whose rows are among the rest already
-- stays there. Returns how many were made.
create function make_event_partitions(at timestamptz, months integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '3s' as $$
declare
  month timestamp;
  low uuid;
  high uuid;
  partition_name text;
  made integer := 0;
begin
  if months not between 1 and 240 then raise exception 'between 1 and 240 months at a time'; end if;
  perform pg_advisory_xact_lock(hashtextextended('public.events partitions', 0));
  for nth in 0 .. months - 1 loop
    month := date_trunc('month', at at time zone 'UTC') + make_interval(months => nth);
    low := public.event_floor(month at time zone 'UTC');
    high := public.event_floor((month + interval '1 month') at time zone 'UTC');
    partition_name := 'events_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(format('public.%I', partition_name)) is not null
      or exists (select 1 from public.events_rest where id >= low and id < high);
    execute format('create table public.%I partition of public.events for values from (%L) to (%L)', partition_name, low, high);
    execute format('alter table public.%I enable row level security', partition_name);
    made := made + 1;
  end loop;
  return made;
end $$;
revoke all on function make_event_partitions from public;
grant execute on function make_event_partitions to app_system;

-- What happened before this migration is carried over. As the owner, who passes row security that is not forced.
alter table events_before no force row level security;
select make_event_partitions(first.at, 1 + greatest(0, 12 * extract(year from age)::integer + extract(month from age)::integer) + 4)
from (select least(now(), coalesce((select min(at) from events_before), now())) as at) first,
     age(date_trunc('month', now() at time zone 'UTC'), date_trunc('month', first.at at time zone 'UTC')) age;
insert into events (org_id, id, at, actor_kind, actor_id, surface, kind, subject_kind, subject_id, request_id, data)
select org_id, id, at, actor_kind, actor_id, 'system', kind,
       case when request_id is not null then 'request' end, request_id, request_id, data
from events_before;
drop table events_before;
alter table told_events add constraint told_events_org_id_event_id_fkey foreign key (org_id, event_id) references events (org_id, id);

-- The filters of the list, each in the order of the list.
create index events_by_request on events (org_id, request_id, id) where request_id is not null;
create index events_by_kind on events (org_id, kind, id);
create index events_by_actor on events (org_id, actor_id, id) where actor_id is not null;
create index events_by_subject on events (org_id, subject_kind, subject_id, id) where subject_id is not null;
create index events_by_session on events (org_id, session_id, id) where session_id is not null;

-- Not by tenant_table: what an org deletes, or is purged of, never reaches what happened in it.
alter table events enable row level security;
alter table events force row level security;
create policy tenant on events for all to app_tenant using (org_id = (select current_org())) with check (org_id = (select current_org()));
grant select, insert on events to app_tenant;
