-- «Войти через бота»: a browser asks, its person answers in the bot, the browser gets a session. Belongs to no org: who
-- it is, nobody knows before the answer.

create table bot_logins (
  id         uuid primary key,
  start_hash bytea not null constraint bot_logins_start_key unique check (octet_length(start_hash) = 32), -- SHA-256 of the link's token
  poll_hash  bytea not null constraint bot_logins_poll_key unique check (octet_length(poll_hash) = 32), -- SHA-256 of what the browser asks with
  numbers    smallint[] not null, -- what the bot offers to choose from
  shown      smallint not null check (shown = any (numbers)), -- the one that the browser shows
  device     text not null check (char_length(device) <= 200),
  address    inet,
  expires_at timestamptz not null,
  account_id uuid references accounts (id), -- who answered
  home       uuid references orgs (id), -- through whose bot
  answer     text check (answer in ('yes', 'no')),
  used_at    timestamptz
);
grant select, insert, update, delete on bot_logins to app_system;

-- What is asked, for whoever holds the link's token; nothing when it is over or answered.
create function bot_login(start_with bytea, at timestamptz) returns table (id uuid, numbers smallint[], device text, address inet)
  language sql stable security definer rows 1 set search_path = pg_catalog, public
  as $$ select l.id, l.numbers, l.device, l.address from public.bot_logins l
        where l.start_hash = start_with and l.answer is null and l.expires_at > at $$;

-- A person of this org answers, by their account; no number is a no. Null when there is nothing to answer any more.
-- The owner sees no people of any org, so the account is read by whoever asks.
create function answer_bot_login(login uuid, account uuid, number smallint, at timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.bot_logins l
        set answer = case when l.shown = number then 'yes' else 'no' end, account_id = account, home = public.current_org()
        where l.id = login and l.answer is null and l.expires_at > at and public.current_org() is not null
        returning l.answer = 'yes' $$;
revoke all on function bot_login, answer_bot_login from public;
grant execute on function bot_login, answer_bot_login to app_tenant;
