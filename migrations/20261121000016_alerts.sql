-- Alerts: something suspicious that the owners are told of, and what they said to it.

create table alerts (
  org_id      uuid not null references orgs (id),
  id          uuid not null,
  kind        text not null check (kind in ('new_device', 'many_failures', 'mass_export', 'role_raised', 'bot_token_changed', 'odd_hours')),
  person_id   uuid, -- whose account it is about; null for a program and for the system
  event_id    uuid not null, -- no foreign key: the alert may outlive the month of its event
  facts       jsonb not null, -- domain::alerts::Facts
  raised_at   timestamptz not null,
  answer      text check (answer in ('fine', 'end_sessions')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  constraint alerts_answered_check check ((answer is null) = (answered_at is null)),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, answered_by) references people (org_id, id)
);
create index alerts_by_person on alerts (org_id, kind, person_id, raised_at);
select tenant_table('alerts', 'select, insert, update');

-- Where an alert is shown: these messages change when somebody has answered it.
create table alert_messages (
  org_id     uuid   not null references orgs (id),
  alert_id   uuid   not null,
  bot_id     uuid   not null,
  chat_id    bigint not null,
  message_id bigint not null,
  primary key (org_id, alert_id, bot_id, chat_id),
  foreign key (org_id, alert_id) references alerts (org_id, id) on delete cascade,
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('alert_messages', 'select, insert, update');

-- Ends every session of an account. A tenant may not look at sessions; ending those of a person of theirs it may:
-- the account is read from that org's own people.
create function end_sessions_of(account uuid, why text, at timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare ended bigint;
begin
  if public.current_org() is null then raise exception 'end_sessions_of outside a tenant transaction'; end if;
  update public.sessions set ended_at = at, ended_why = why where account_id = account and ended_at is null and expires_at > at;
  get diagnostics ended = row_count;
  return ended;
end $$;
revoke all on function end_sessions_of from public;
grant execute on function end_sessions_of to app_tenant;
