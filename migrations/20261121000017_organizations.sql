-- What an org tells of itself, its version for edits that must not overwrite each other, and its end: a deleted org
-- rests for seven days, in which its owner may take the deletion back; then its rows are purged.

alter table orgs
  add column industry      text not null default 'property'
    constraint orgs_industry_check check (industry in ('property', 'services', 'sales', 'call_center', 'partners', 'other')),
  add column currency      text not null default 'UZS' constraint orgs_currency_check check (currency ~ '^[A-Z]{3}$'), -- ISO 4217
  add column working_hours jsonb not null default '{}', -- domain::orgs::WorkingHours, in the org's time zone
  add column colour        text constraint orgs_colour_check check (colour ~ '^#[0-9a-f]{6}$'),
  add column short_name    text constraint orgs_short_name_check check (char_length(short_name) between 1 and 30),
  add column greeting      text constraint orgs_greeting_check check (char_length(greeting) between 1 and 500),
  add column version       integer not null default 1,
  add column deleted_at    timestamptz,
  add column purged_at     timestamptz constraint orgs_purged_check check (purged_at is null or deleted_at is not null);
create index orgs_deleted on orgs (deleted_at) where deleted_at is not null and purged_at is null;

-- An org is founded in its own transaction, with its owner: the policy lets it insert no id but its own.
grant insert on orgs to app_tenant;

-- A role that nothing but the function purge_org below ever acts as. It sees and deletes the rows of deleted orgs, and
-- no others: its policies hold that, whatever the function says.
do $$
begin
  begin
    create role app_purge nologin noinherit;
  exception when duplicate_object or unique_violation then null; -- roles belong to the cluster, not to the database
  end;
  begin
    grant app_purge to current_user;
  exception when others then
    if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
  end;
end $$;
grant usage on schema public to app_purge;
grant select, update on orgs to app_purge;
create policy purge on orgs for all to app_purge using (deleted_at is not null) with check (deleted_at is not null);

create function purged_with_org(table_name regclass) returns void language plpgsql as $$
begin
  execute format('create policy purge on %s for all to app_purge
                  using (org_id in (select id from orgs where deleted_at is not null))
                  with check (org_id in (select id from orgs where deleted_at is not null))', table_name);
  execute format('grant select, delete on %s to app_purge', table_name);
end $$;

-- Every table of an org is purged with it, those to come as well.
create or replace function tenant_table(table_name regclass, rights text default 'select, insert, update, delete')
  returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant on %s for all to app_tenant
                  using (org_id = (select current_org())) with check (org_id = (select current_org()))', table_name);
  execute format('grant %s on %s to app_tenant', rights, table_name);
  perform purged_with_org(table_name);
end $$;

do $$
declare t record;
begin
  for t in select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
           where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
             and not c.relname like 'event%' loop -- what happened is append-only and stays
    perform purged_with_org(t.name);
  end loop;
end $$;
grant update on people, requests to app_purge; -- to empty them

-- Deletes what an org has that was deleted at `before` or earlier, following the foreign keys: a table that another one
-- still points at waits for the next round. Requests and people, at whom the append-only events point, stay as rows
-- with nothing personal in them. Returns the tables that stay; null when the org is not due, or is purged already.
create function purge_org(org uuid, before timestamptz, at timestamptz) returns text[]
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t text;
  waiting text[];
  left_before integer;
begin
  perform from public.orgs where id = org and deleted_at <= before and purged_at is null for update;
  if not found then return null; end if;
  update public.requests set words = '', unit_id = null, assignee_id = null, latitude = null, longitude = null,
                             place = case when place = 'point' then 'yard' else place end
    where org_id = org;
  update public.people set name = '—', username = null, phone = null, email = null, telegram_id = null
    where org_id = org;
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
-- Its rights first: once it is app_purge's, they are not ours to give.
revoke all on function purge_org from public;
grant execute on function purge_org to app_system;
grant create on schema public to app_purge;
alter function purge_org owner to app_purge;
revoke create on schema public from app_purge;
