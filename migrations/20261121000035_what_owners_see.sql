-- What an org's bot tells somebody of their own sign-ins. A tenant may not look at sessions; the account is read from
-- that org's own people.
create function sessions_of(account uuid, at timestamptz)
  returns table (id uuid, kind text, device text, address text, created_at timestamptz, last_seen_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if public.current_org() is null then raise exception 'sessions_of outside a tenant transaction'; end if;
  return query select s.id, s.kind, s.device, host(s.address), s.created_at, s.last_seen_at from public.sessions s
    where s.account_id = account and s.ended_at is null and s.expires_at > at;
end $$;
revoke all on function sessions_of from public;
grant execute on function sessions_of to app_tenant;

-- Ends one session of an account; false when it was none of its open ones.
create function end_session_of(account uuid, session uuid, why text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if public.current_org() is null then raise exception 'end_session_of outside a tenant transaction'; end if;
  update public.sessions set ended_at = at, ended_why = why
    where id = session and account_id = account and ended_at is null and expires_at > at;
  return found;
end $$;
revoke all on function end_session_of from public;
grant execute on function end_session_of to app_tenant;

-- What an org's own owners want to be told of; an org without a row has the defaults (domain::alerts::Limits).
create table alert_limits (
  org_id           uuid    primary key references orgs (id),
  failures         integer not null constraint alert_limits_failures_check check (failures between 2 and 100),
  failures_minutes integer not null constraint alert_limits_failures_minutes_check check (failures_minutes between 1 and 1440),
  rows_exported    integer not null constraint alert_limits_rows_exported_check check (rows_exported between 1 and 1000000),
  rows_minutes     integer not null constraint alert_limits_rows_minutes_check check (rows_minutes between 1 and 1440),
  new_device       boolean not null,
  odd_hours        boolean not null
);
select tenant_table('alert_limits', 'select, insert, update');

-- The events of an org that a filter finds, for the list of the log and for counting before it is taken away. Nothing
-- given in a place: all. Times become ids, so that only the months that are asked for are looked at. It runs with the
-- rights of whoever asks, and has no settings of its own, so that PostgreSQL takes it into the query as it stands.
create function events_found(org uuid, before uuid, since timestamptz, until timestamptz, what text, who uuid, about text,
                             thing uuid, way text, own uuid, words text)
  returns setof events language sql stable as $$
  select e.* from events e left join people p on p.org_id = e.org_id and p.id = e.actor_id
  where e.org_id = org
    and (before is null or e.id < before)
    and (since is null or e.id >= event_floor(since))
    and (until is null or e.id < event_floor(until))
    and (what is null or e.kind = what)
    and (who is null or e.actor_id = who)
    and (about is null or e.subject_kind = about)
    and (thing is null or e.subject_id = thing)
    and (way is null or e.surface = way)
    and (own is null or e.actor_id = own or (e.subject_kind = 'person' and e.subject_id = own))
    and (words is null or strpos(lower(e.data::text), lower(words)) > 0
         or strpos(lower(coalesce(e.changes::text, '')), lower(words)) > 0
         or strpos(lower(coalesce(p.name, '')), lower(words)) > 0)
$$;
revoke all on function events_found from public;
grant execute on function events_found to app_tenant;
