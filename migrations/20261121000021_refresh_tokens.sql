-- How a session goes on: refresh tokens, each good for one use, and what a session was opened with.

alter table sessions
  add column home  uuid references orgs (id), -- the org that is meant when a request names none
  add column proof bytea constraint sessions_proof_key unique -- the digest of what opened it, where that must open only one
    constraint sessions_proof_check check (octet_length(proof) = 32);

-- Only the SHA-256 of a token is kept. A used one stays until its session is forgotten: if it comes back, somebody
-- has a copy.
create table refresh_tokens (
  hash       bytea primary key check (octet_length(hash) = 32),
  session_id uuid not null references sessions (id) on delete cascade,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index refresh_tokens_by_session on refresh_tokens (session_id);
grant select, insert, update, delete on refresh_tokens to app_system;

-- Whose session this is, and of what kind; nothing when it has ended, or never was.
create function session_in_force(session uuid, at timestamptz) returns table (account_id uuid, kind text)
  language sql stable security definer rows 1 set search_path = pg_catalog, public
  as $$ select s.account_id, s.kind from public.sessions s where s.id = session and s.ended_at is null and s.expires_at > at $$;
revoke all on function session_in_force from public;
grant execute on function session_in_force to app_tenant;
revoke execute on function session_account from app_tenant;
