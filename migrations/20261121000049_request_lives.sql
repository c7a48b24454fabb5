-- The whole life of a request: what it is about by the org's own categories, how urgent it is, who has it, why it
-- waits, when it is due, who else follows it, and what the work took.

-- As the owner, who passes row security that is not forced: also where a new foreign key is checked.
alter table requests no force row level security;
alter table categories no force row level security;
alter table buildings no force row level security;
alter table entrances no force row level security;

alter table requests
  add column category_id uuid,
  add column building_id uuid,
  add column entrance_id uuid,
  add column priority    text not null default 'normal' check (priority in ('low', 'normal', 'high', 'emergency')),
  add column slot_from   timestamptz, -- when the resident can be found; null: at any time
  add column slot_to     timestamptz,
  add column respond_by  timestamptz, -- somebody should have taken it by then
  add column due_at      timestamptz, -- it should be done by then; moves when the clock was stopped
  add column stopped_at  timestamptz, -- since when the clock stands still: paused, or the resident is asked
  add column asked_at    timestamptz, -- staff wait for the resident's answer since then
  add column assigned_at timestamptz,
  add column offered_at  timestamptz, -- the assignee did not answer: anybody may take it
  add column taken_at    timestamptz,
  add column done_at     timestamptz,
  add column ended_at    timestamptz,
  add column paused_for  text check (paused_for in ('resident', 'part', 'contractor', 'access', 'other')),
  add column paused_until timestamptz,
  add column ended_as    text check (ended_as in ('accepted', 'unanswered', 'by_staff', 'merged')),
  add column parent_id   uuid, -- the request that this one goes with
  add column result      text check (char_length(result) <= 2000), -- what was done, in the worker's words
  add column price       bigint check (price between 0 and 1000000000000), -- minor units of the org's currency
  add column price_agreed boolean, -- null: the resident has not said yet
  add column rating_tags text[] not null default '{}' check (cardinality(rating_tags) <= 10),
  add column rating_words text check (char_length(rating_words) <= 2000),
  add column search tsvector generated always as (to_tsvector('simple'::regconfig, number::text || ' ' || words)) stored;

update requests r set category_id = c.id
  from category_presets c where c.code = r.category;
alter table units no force row level security;
update requests r set building_id = u.building_id, entrance_id = u.entrance_id
  from units u where u.org_id = r.org_id and u.id = r.unit_id;
alter table units force row level security;
update requests set taken_at = updated_at where status in ('in_progress', 'done', 'returned', 'closed');
update requests set done_at = updated_at where status in ('done', 'closed');
update requests set ended_at = updated_at where status in ('closed', 'cancelled');
update requests set ended_as = 'accepted' where status = 'closed';

alter table requests
  drop column category,
  alter column category_id set not null,
  drop constraint requests_status_check,
  add constraint requests_status_check check (status in ('new', 'assigned', 'accepted', 'on_the_way', 'in_progress',
    'paused', 'done', 'returned', 'closed', 'cancelled', 'declined')),
  add constraint requests_paused_check check ((status = 'paused') = (paused_for is not null)),
  add constraint requests_ended_check check ((status = 'closed') = (ended_as is not null)),
  add constraint requests_slot_check check (slot_from < slot_to),
  add foreign key (org_id, category_id) references categories (org_id, id),
  add foreign key (org_id, building_id) references buildings (org_id, id),
  add foreign key (org_id, building_id, entrance_id) references entrances (org_id, building_id, id),
  add foreign key (org_id, parent_id) references requests (org_id, id);
alter table requests force row level security;
alter table categories force row level security;
alter table buildings force row level security;
alter table entrances force row level security;

drop index requests_open;
create index requests_open on requests (org_id, number) where status not in ('closed', 'cancelled', 'declined');
create index requests_by_assignee on requests (org_id, assignee_id, number desc) where assignee_id is not null;
create index requests_alike on requests (org_id, building_id, category_id, created_at desc);
create index requests_by_words on requests using gin (search);
create index requests_by_parent on requests (org_id, parent_id) where parent_id is not null;

-- Neighbours who have the same trouble: they follow the one request.
create table request_followers (
  org_id     uuid not null references orgs (id),
  request_id uuid not null,
  person_id  uuid not null,
  created_at timestamptz not null,
  primary key (org_id, request_id, person_id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index request_followers_by_person on request_followers (org_id, person_id);
select tenant_table('request_followers', 'select, insert, delete');

-- Joint work: those who help whoever has it.
create table request_helpers (
  org_id     uuid not null references orgs (id),
  request_id uuid not null,
  member_id  uuid not null,
  created_at timestamptz not null,
  primary key (org_id, request_id, member_id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index request_helpers_by_member on request_helpers (org_id, member_id);
select tenant_table('request_helpers', 'select, insert, delete');

-- The checklist of the work, as it was in the category when the request was filed.
create table request_steps (
  org_id     uuid not null references orgs (id),
  request_id uuid not null,
  position   smallint not null,
  words      text not null check (char_length(words) between 1 and 200),
  done_at    timestamptz,
  primary key (org_id, request_id, position),
  foreign key (org_id, request_id) references requests (org_id, id)
);
select tenant_table('request_steps', 'select, insert, update, delete');

-- What the work took.
create table request_materials (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  request_id uuid not null,
  name       text not null check (char_length(name) between 1 and 100),
  quantity   numeric(12, 3) not null check (quantity > 0),
  cost       bigint not null check (cost between 0 and 1000000000000), -- of all of it, in minor units
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, request_id) references requests (org_id, id)
);
create index request_materials_by_request on request_materials (org_id, request_id, id);
select tenant_table('request_materials', 'select, insert, delete');

-- Photos of before and after belong to the request itself, not to a word about it.
alter table attachments add column stage text check (stage in ('before', 'after'));
-- A word among the staff only.
alter table comments add column is_internal boolean not null default false;

-- What a purged org leaves behind says nothing of what its requests were about, or where.
grant create on schema public to app_purge;
set local role app_purge;
create or replace function purge_org(org uuid, before timestamptz, at timestamptz) returns text[]
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  t text;
  waiting text[];
  left_before integer;
  other constant uuid := '00000000-0000-7000-8000-000000000900'; -- the preset that is about nothing in particular
begin
  perform from public.orgs where id = org and deleted_at <= before and purged_at is null for update;
  if not found then return null; end if;
  update public.requests set words = '', result = null, rating_words = null, category_id = other, unit_id = null,
                             building_id = null, entrance_id = null, parent_id = null, assignee_id = null, latitude = null,
                             longitude = null, place = case when place = 'point' then 'yard' else place end
    where org_id = org;
  update public.people set name = '—', username = null, phone = null, email = null, telegram_id = null
    where org_id = org;
  delete from public.categories where org_id = org and id <> other;
  select array_agg(polrelid::regclass::text order by polrelid) into waiting
    from pg_policy where polname = 'purge' and polrelid <> 'public.orgs'::regclass;
  loop
    left_before := cardinality(waiting);
    foreach t in array waiting loop
      begin
        execute format('delete from %s where org_id = $1', t) using org;
        waiting := array_remove(waiting, t);
      exception when foreign_key_violation then null; -- its turn comes when what points at it is gone
      end;
    end loop;
    exit when cardinality(waiting) in (0, left_before);
  end loop;
  update public.orgs set name = '—', working_hours = '{}', colour = null, short_name = null, greeting = null, purged_at = at
    where id = org;
  return waiting;
end $$;
reset role;
revoke create on schema public from app_purge;
