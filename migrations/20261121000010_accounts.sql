-- Accounts: a human across orgs, and the sessions that they have opened. A row of `people` is one org's view of an
-- account; a session opens every org that knows its account.
--
-- Neither table belongs to an org. Only app_system reads them; a tenant gets the two answers it needs from the
-- functions below, and nothing else.

create table accounts (
  id          uuid   primary key,
  telegram_id bigint constraint accounts_telegram_id_key unique,
  email       text   constraint accounts_email_key unique check (email = lower(email) and char_length(email) between 3 and 254),
  name        text   not null,
  language    text   not null check (language in ('ru', 'uz', 'en')),
  created_at  timestamptz not null,
  constraint accounts_reachable_check check (telegram_id is not null or email is not null)
);
grant select, insert, update on accounts to app_system;

create table sessions (
  id           uuid primary key,
  account_id   uuid not null references accounts (id),
  kind         text not null check (kind in ('mini_app', 'console', 'third_party')),
  device       text not null check (char_length(device) <= 200), -- as the browser or Telegram names itself
  address      inet,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null, -- the last refresh
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  ended_why    text check (ended_why in ('signed_out', 'by_person', 'by_admin', 'reused', 'credentials_changed')),
  constraint sessions_ended_check check ((ended_at is null) = (ended_why is null))
);
create index sessions_by_account on sessions (account_id, created_at desc);
grant select, insert, update, delete on sessions to app_system;

-- The account of a Telegram user, made at the first meeting with any org. `fresh` is the id that it gets then.
create function account_of_telegram(telegram bigint, fresh uuid, called text, speaks text, at timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare found uuid;
begin
  select id into found from accounts where telegram_id = telegram;
  if found is null then
    insert into accounts (id, telegram_id, name, language, created_at) values (fresh, telegram, called, speaks, at)
      on conflict (telegram_id) do nothing returning id into found;
    if found is null then select id into found from accounts where telegram_id = telegram; end if; -- two met here
  end if;
  return found;
end $$;

-- Whose session this is; null when it has ended, or never was.
create function session_account(session uuid, at timestamptz) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select account_id from sessions where id = session and ended_at is null and expires_at > at $$;

revoke all on function account_of_telegram, session_account from public;
grant execute on function account_of_telegram, session_account to app_tenant;

-- People get their accounts: one per Telegram user, however many orgs know them. As the owner, who passes row security
-- that is not forced.
alter table people no force row level security;
insert into accounts (id, telegram_id, name, language, created_at)
  select distinct on (telegram_id) id, telegram_id, name, language, created_at from people order by telegram_id, created_at, id;
alter table people
  add column account_id uuid references accounts (id),
  add column email text check (email = lower(email) and char_length(email) between 3 and 254),
  alter column telegram_id drop not null;
update people set account_id = accounts.id from accounts where accounts.telegram_id = people.telegram_id;
alter table people force row level security;
alter table people alter column account_id set not null;
alter table people add constraint people_account_key unique (org_id, account_id);

-- Which orgs know an account, and as what: the list to choose from after signing in.
select system_table('people', 'select');
select system_table('members', 'select');
