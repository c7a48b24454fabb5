-- Tenancy: the two roles that queries run under, and the helper that fences a table.
--
-- A login role is never used for a query: each connection starts as app_nobody, who may do nothing, and a
-- transaction steps into app_tenant (one org, by row security) or app_system (a short list of chores).

do $$
declare r text;
begin
  foreach r in array array['app_nobody', 'app_tenant', 'app_system'] loop
    begin
      execute format('create role %I nologin noinherit', r);
    exception when duplicate_object or unique_violation then null; -- roles belong to the cluster, not to the database
    end;
    begin
      execute format('grant %I to current_user', r);
    exception when others then
      -- A superuser may step into any role without a grant; two databases set up at once may meet here.
      if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
    end;
  end loop;
end $$;

grant usage on schema public to app_tenant, app_system;

-- The org of this transaction. After a transaction the setting is an empty string, not null.
create function current_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;

-- Fences a table by its org_id: row security, enabled and forced, one policy, and the rights that are named.
-- app_system gets no right here; what it needs is granted where its chore is set up.
create function tenant_table(table_name regclass, rights text default 'select, insert, update, delete')
  returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant on %s for all to app_tenant
                  using (org_id = (select current_org())) with check (org_id = (select current_org()))', table_name);
  execute format('grant %s on %s to app_tenant', rights, table_name);
end $$;

-- Lets the platform's own chores (app_system) see every org's rows of a table, with the rights that are named.
create function system_table(table_name regclass, rights text) returns void language plpgsql as $$
begin
  execute format('create policy system on %s for all to app_system using (true) with check (true)', table_name);
  execute format('grant %s on %s to app_system', rights, table_name);
end $$;
