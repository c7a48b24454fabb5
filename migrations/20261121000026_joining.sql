-- An org may meet somebody who is signed in and whom it does not know yet: who founds it, and who accepts an invite
-- to it.

-- What an org writes down of whoever comes through a session that goes on.
create function account_of_session(session uuid, at timestamptz)
  returns table (id uuid, telegram_id bigint, email text, name text, language text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select a.id, a.telegram_id, a.email, a.name, a.language from sessions s join accounts a on a.id = s.account_id
    where s.id = session and s.ended_at is null and s.expires_at > at $$;
revoke all on function account_of_session from public;
grant execute on function account_of_session to app_tenant;

-- An invite names its org to whoever knows the token; across orgs nothing else of it is seen.
create index invites_by_token on invites (token_hash);
create policy system on invites for select to app_system using (true);
grant select (org_id, token_hash) on invites to app_system;
