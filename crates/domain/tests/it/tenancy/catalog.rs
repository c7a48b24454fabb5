//! What PostgreSQL's own catalog says of every table that holds an org's rows.

use sqlx::{PgConnection, Row as _};
use testkit::TestDatabase;

/// One line per thing that is wrong; none when every table is fenced.
const OFFENDERS: &str = r"
with tenant as (
  select c.oid, c.relname, c.relispartition, c.relrowsecurity, c.relforcerowsecurity, a.attnum as org, a.attnotnull, a.attname
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       and a.attname = case c.relname when 'orgs' then 'id' else 'org_id' end
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
), product as (
  select oid as role, rolname from pg_roles where rolname in ('app_nobody', 'app_tenant', 'app_system', 'app_purge')
), offenders as (
  select relname, 'row security is off' as what from tenant where not relrowsecurity
  union all
  select relname, 'row security is not forced' from tenant where not relforcerowsecurity
  union all
  select relname, 'the org may be null' from tenant where not attnotnull
  union all
  select relname, 'no policy holds app_tenant to its org' from tenant t
  where not exists (
    select 1 from pg_policy p where p.polrelid = t.oid and p.polroles = array['app_tenant'::regrole::oid] and p.polcmd = '*'
      and pg_get_expr(p.polqual, p.polrelid) = format('(%s = ( SELECT current_org() AS current_org))', t.attname)
      and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))
  union all
  select t.relname, format('policy %s opens it to more', p.polname) from tenant t join pg_policy p on p.polrelid = t.oid
  where p.polpermissive and p.polroles <> array['app_system'::regrole::oid] and p.polroles <> array['app_purge'::regrole::oid]
    and not (p.polroles = array['app_tenant'::regrole::oid]
             and pg_get_expr(p.polqual, p.polrelid) = format('(%s = ( SELECT current_org() AS current_org))', t.attname))
  union all
  select relname, 'the primary key is not led by the org' from tenant t
  where not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.org)
  union all
  select t.relname, format('%s can point at another org', k.conname)
  from tenant t
  join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
  join tenant to_ on to_.oid = k.confrelid
  where not exists (select 1 from generate_subscripts(k.conkey, 1) i where k.conkey[i] = t.org and k.confkey[i] = to_.org)
  union all
  select t.relname, format('unique index %s tells one org of another', x.indexrelid::regclass)
  from tenant t join pg_index x on x.indrelid = t.oid and x.indisunique
  where not t.org = any (x.indkey::int2[]) and x.indexrelid::regclass::text <> 'bots_telegram_id_key'
  union all
  select c.relname, format('%s may use it, and it has no org', r.rolname)
  from pg_class c cross join product r
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and c.oid not in (select oid from tenant) and not c.relispartition
    -- what belongs to a human, and to no org: the platform's own chores alone may see it
    and not (r.rolname = 'app_system' and c.relname in ('accounts', 'sessions', 'refresh_tokens', 'credentials', 'recovery_codes',
                                                              'password_links', 'bot_logins', 'mails', 'email_links'))
    -- what every org begins with: it may be read, and nothing else
    and not (c.relname = 'category_presets'
             and not has_table_privilege(r.role, c.oid, 'insert, update, delete, truncate'))
    and has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate')
  union all
  select relname, 'app_nobody may use it' from tenant
  where has_table_privilege('app_nobody', oid, 'select, insert, update, delete, truncate, references, trigger')
  union all
  select relname, format('%s may empty it', r.rolname) from tenant cross join product r
  where has_table_privilege(r.role, oid, 'truncate')
  union all
  select t.relname, format('%s may rewrite what happened', r.rolname) from tenant t cross join product r
  where t.relname in ('events', 'event_seals') and (has_table_privilege(r.role, t.oid, 'update')
    or (has_table_privilege(r.role, t.oid, 'delete') and not (t.relname = 'event_seals' and r.rolname = 'app_system')) or has_any_column_privilege(r.role, t.oid, 'update'))
  union all
  select c.relname, format('%s reaches this partition past its table', r.rolname) from pg_class c cross join product r
  where c.relispartition and c.relkind in ('r', 'p')
    and (has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate, references, trigger')
         or has_any_column_privilege(r.role, c.oid, 'select, insert, update'))
  union all
  select c.relname, 'row security of this partition is off' from pg_class c
  where c.relispartition and c.relkind in ('r', 'p') and not c.relrowsecurity
  union all
  select t.relname, 'it is not purged with its org' from tenant t
  where t.relname not in ('events', 'events_unsealed', 'event_seals', 'event_chains') and not t.relispartition
    and not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polroles = array['app_purge'::regrole::oid]
                    and pg_get_expr(p.polqual, p.polrelid) like '%deleted_at IS NOT NULL%')
  union all
  select rolname, 'this role passes row security' from pg_roles
  where rolname in ('app_nobody', 'app_tenant', 'app_system', 'app_purge') and (rolsuper or rolbypassrls or rolcanlogin or rolinherit)
)
select relname::text, what from offenders order by 1, 2";

async fn offenders(connection: &mut PgConnection) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(OFFENDERS).fetch_all(connection).await?;
    Ok(rows.iter().map(|row| format!("{}: {}", row.get::<String, _>(0), row.get::<String, _>(1))).collect())
}

#[tokio::test]
async fn every_table_of_an_org_is_fenced() -> anyhow::Result<()> {
    let database = TestDatabase::new().await?;
    let mut connection = database.superuser().await?;
    assert_eq!(offenders(&mut connection).await?, Vec::<String>::new());

    let tables: i64 = sqlx::query_scalar(
        "select count(*) from information_schema.columns where table_schema = 'public' and column_name = 'org_id'",
    )
    .fetch_one(&mut connection)
    .await?;
    assert!(tables > 15, "the catalog was looked at in the wrong place: {tables} tables");
    Ok(())
}

#[tokio::test]
async fn each_kind_of_bad_table_is_caught() -> anyhow::Result<()> {
    let database = TestDatabase::new().await?;
    let mut connection = database.superuser().await?;
    sqlx::raw_sql(
        "create table bare (org_id uuid, id uuid primary key);
         create table unforced (org_id uuid not null references orgs (id), id uuid, primary key (org_id, id));
         alter table unforced enable row level security;
         create table pointing (org_id uuid not null, id uuid, person uuid, primary key (org_id, id));
         select tenant_table('pointing');
         create unique index people_by_id on people (id);
         alter table pointing add foreign key (person) references people (id);
         create table crossed (org_id uuid not null, id uuid, other uuid, person uuid, primary key (org_id, id),
                               foreign key (other, person) references people (org_id, id));
         select tenant_table('crossed');
         create table wide (org_id uuid not null, id uuid, primary key (org_id, id));
         select tenant_table('wide');
         create policy everybody on wide to public using (true);
         grant select on wide to app_nobody;
         create table half (org_id uuid not null, id uuid, primary key (org_id, id));
         alter table half enable row level security;
         alter table half force row level security;
         create policy reads on half for all to app_tenant using (org_id = (select current_org())) with check (true);
         create table shared (id uuid primary key);
         grant select on shared to app_tenant;
         grant update on events to app_tenant;
         grant select on events_rest to app_tenant;
         create table events_1999 partition of events for values from ('00d00000-0000-0000-0000-000000000000')
                                                                  to ('00e00000-0000-0000-0000-000000000000');
         grant delete on events to app_system;
         grant truncate on requests to app_tenant;",
    )
    .execute(&mut connection)
    .await?;
    insta::assert_snapshot!(offenders(&mut connection).await?.join("\n"));
    Ok(())
}
