-- Letters by mail: what is accepted for sending, and the links that confirm an address. Both belong to a human and to
-- no org.

create table mails (
  id          uuid primary key, -- also the Message-ID, so that a letter that came twice is known as one
  account_id  uuid not null references accounts (id),
  address     text not null constraint mails_address_check check (address = lower(address) and char_length(address) between 3 and 254),
  letter      jsonb not null, -- domain::mails::Letter: facts, no words and no secret
  created_at  timestamptz not null,
  sent_at     timestamptz,
  given_up_at timestamptz, -- refused for good, or too late to be of use
  constraint mails_ended_check check (sent_at is null or given_up_at is null)
);
create index mails_by_address on mails (address, created_at);
create index mails_by_age on mails (created_at);
grant select, update, delete on mails to app_system;

create table email_links (
  hash       bytea primary key check (octet_length(hash) = 32), -- SHA-256 of what the link carries
  account_id uuid not null references accounts (id),
  address    text not null constraint email_links_address_check check (address = lower(address) and char_length(address) between 3 and 254),
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index email_links_by_account on email_links (account_id);
grant select, insert, update, delete on email_links to app_system;

-- Accepts a letter for sending, with the job that sends it. `most` letters within an hour go to one address, however
-- they are asked for; false: this would be one too many.
create function write_mail(fresh uuid, account uuid, recipient text, what jsonb, most integer, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if most is not null then
    perform pg_advisory_xact_lock(hashtextextended('mails to ' || recipient, 0)); -- two may come here at once
    if (select count(*) from public.mails where address = recipient and created_at > at - interval '1 hour') >= most then
      return false;
    end if;
  end if;
  insert into public.mails (id, account_id, address, letter, created_at) values (fresh, account, recipient, what, at);
  perform jobs.add_job('send_mail', json_build_object('mail', fresh), null::text, null::timestamptz, 12, 'mail:' || fresh::text);
  return true;
end $$;
revoke all on function write_mail from public;
grant execute on function write_mail to app_system;

-- The same for an org that tells its own: to the account's address, which has to be confirmed, unless `unconfirmed`
-- may be written to, because the letter asks for that. A tenant may not look at accounts; the account is read from that
-- org's own people.
create function write_mail_of(fresh uuid, account uuid, what jsonb, unconfirmed boolean, most integer, at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare recipient text;
begin
  if public.current_org() is null then raise exception 'write_mail_of outside a tenant transaction'; end if;
  select email into recipient from public.accounts
    where id = account and email is not null and (unconfirmed or email_verified_at is not null);
  if recipient is null then return false; end if;
  return public.write_mail(fresh, account, recipient, what, most, at);
end $$;
revoke all on function write_mail_of from public;
grant execute on function write_mail_of to app_tenant;
