-- How an account proves itself beside Telegram: a password, a second factor, and links that are good for one use. All
-- of it belongs to a human and to no org.

alter table accounts add column email_verified_at timestamptz; -- only a verified address gets links

create table credentials (
  account_id        uuid primary key references accounts (id),
  password_hash     text constraint credentials_password_check check (password_hash like '$argon2id$%' and char_length(password_hash) <= 200),
  totp_sealed       bytea, -- AEAD, purpose "totp"
  totp_confirmed_at timestamptz, -- null: begun, and not asked for yet
  totp_last_step    bigint not null default 0, -- a code is good once
  constraint credentials_totp_check check (totp_confirmed_at is null or totp_sealed is not null)
);
grant select, insert, update on credentials to app_system;

create table recovery_codes (
  account_id uuid  not null references accounts (id),
  hash       bytea not null check (octet_length(hash) = 32), -- SHA-256
  used_at    timestamptz,
  primary key (account_id, hash)
);
grant select, insert, update, delete on recovery_codes to app_system;

create table password_links (
  hash       bytea primary key check (octet_length(hash) = 32), -- SHA-256 of what the link carries
  account_id uuid not null references accounts (id),
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_links_by_account on password_links (account_id);
grant select, insert, update, delete on password_links to app_system;

-- An account with an e-mail and a password, for whoever founds an org: in the transaction of the org. False when the
-- address has an account already.
create function register_account(fresh uuid, address text, called text, speaks text, password text, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into accounts (id, email, name, language, created_at) values (fresh, address, called, speaks, at)
    on conflict (email) do nothing;
  if not found then return false; end if;
  insert into credentials (account_id, password_hash) values (fresh, password);
  return true;
end $$;
revoke all on function register_account from public;
grant execute on function register_account to app_tenant;
