-- Programs that act for an org: OAuth 2.0 clients with scopes, a secret, and addresses that they may come from; and the
-- approvals of members on whose behalf they act.

create table service_accounts (
  org_id         uuid    not null references orgs (id),
  id             uuid    not null, -- also its client_id
  name           text    not null constraint service_accounts_name_check check (char_length(name) between 1 and 100),
  scopes         jsonb   not null constraint service_accounts_scopes_check check (jsonb_typeof(scopes) = 'array'), -- domain::access::Grants as written
  allowed_from   text[]  not null check (cardinality(allowed_from) <= 50), -- networks; empty: anywhere
  redirect_uris  text[]  not null check (cardinality(redirect_uris) <= 10), -- empty: it acts on nobody's behalf
  secret_hash    bytea   not null check (octet_length(secret_hash) = 32), -- SHA-256
  previous_hash  bytea   check (octet_length(previous_hash) = 32), -- good until previous_until, after a rotation
  previous_until timestamptz,
  last_used_at   timestamptz, -- the last token that it was given
  version        integer not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  revoked_at     timestamptz,
  primary key (org_id, id),
  constraint service_accounts_previous_check check ((previous_hash is null) = (previous_until is null))
);
create index service_accounts_by_id on service_accounts (id); -- a client_id names its org
select tenant_table('service_accounts', 'select, insert, update');
select system_table('service_accounts', 'select');

-- A member let a program act on their behalf. It begins as a code of one use, which the program turns into a session.
create table service_approvals (
  org_id       uuid  not null references orgs (id),
  id           uuid  not null,
  service_id   uuid  not null,
  person_id    uuid  not null,
  scopes       jsonb not null constraint service_approvals_scopes_check check (jsonb_typeof(scopes) = 'array'),
  redirect_uri text  not null,
  challenge    text  not null check (char_length(challenge) = 43), -- S256 (RFC 7636)
  code_hash    bytea not null check (octet_length(code_hash) = 32), -- SHA-256
  code_ends    timestamptz not null,
  approved_at  timestamptz not null,
  used_at      timestamptz, -- the code is spent
  session_id   uuid, -- what it was spent for; sessions are forgotten before approvals: no foreign key
  ended_at     timestamptz,
  primary key (org_id, id),
  constraint service_approvals_code_key unique (org_id, code_hash),
  constraint service_approvals_session_check check (session_id is null or used_at is not null),
  constraint service_approvals_service_fkey foreign key (org_id, service_id) references service_accounts (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create unique index service_approvals_session_key on service_approvals (org_id, session_id) where session_id is not null;
create index service_approvals_by_service on service_approvals (org_id, service_id);
select tenant_table('service_approvals', 'select, insert, update');
select system_table('service_approvals', 'select, delete'); -- what is over is forgotten

-- A session of another product belongs to the program that holds it. No foreign key: sessions belong to no org.
alter table sessions
  add column service_id uuid,
  add constraint sessions_service_check check ((kind = 'third_party') = (service_id is not null));

-- Ends every session that a program of this org holds.
create function end_sessions_of_service(service uuid, at timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare ended bigint;
begin
  update public.sessions set ended_at = at, ended_why = 'by_admin'
    where service_id = service and home = public.current_org() and ended_at is null and expires_at > at;
  get diagnostics ended = row_count;
  return ended;
end $$;
revoke all on function end_sessions_of_service from public;
grant execute on function end_sessions_of_service to app_tenant;
