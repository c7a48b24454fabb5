-- Who wants to be told what, and when; and what they were told.

-- When the org's people are left in peace, unless they say otherwise. No row: from ten to eight.
create table notification_settings (
  org_id     uuid    primary key references orgs (id),
  quiet      boolean not null,
  quiet_from time    not null,
  quiet_to   time    not null
);
select tenant_table('notification_settings', 'select, insert, update');

-- The same of one person. No row: as the org.
create table quiet_hours (
  org_id     uuid    not null references orgs (id),
  person_id  uuid    not null,
  quiet      boolean not null,
  quiet_from time    not null,
  quiet_to   time    not null,
  time_zone  text, -- of IANA; null: the org's
  primary key (org_id, person_id),
  constraint quiet_hours_person_fkey foreign key (org_id, person_id) references people (org_id, id)
);
select tenant_table('quiet_hours', 'select, insert, update');

-- How much of a subject somebody wants to hear; and, of the rules of alerts, whether an admin chose them for it.
create table notification_preferences (
  org_id    uuid not null references orgs (id),
  person_id uuid not null,
  subject   text not null, -- domain::notifications::Subject
  level     text check (level in ('all', 'important', 'none')), -- null: they have not said
  told      boolean, -- null: as their role has it
  primary key (org_id, person_id, subject),
  constraint notification_preferences_person_fkey foreign key (org_id, person_id) references people (org_id, id)
);
create index notification_preferences_by_subject on notification_preferences (org_id, subject) where told is not null;
select tenant_table('notification_preferences', 'select, insert, update');

-- What somebody was told, as facts: kept for a while, for whoever asks «what was that?». What came in quiet hours waits
-- here for the morning.
create table notifications (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  person_id  uuid not null,
  subject    text not null,
  request_id uuid, -- what it is about, when that is a request
  delivery   jsonb not null, -- domain::notifications::Delivery
  way        text not null check (way in ('now', 'silently', 'bundled')),
  created_at timestamptz not null,
  waits      boolean not null, -- for the morning
  primary key (org_id, id),
  constraint notifications_person_fkey foreign key (org_id, person_id) references people (org_id, id),
  constraint notifications_request_fkey foreign key (org_id, request_id) references requests (org_id, id)
);
create index notifications_by_person on notifications (org_id, person_id, id);
create index notifications_waiting on notifications (org_id, person_id, id) where waits;
create index notifications_by_age on notifications (created_at);
select tenant_table('notifications', 'select, insert, update');
select system_table('notifications', 'select, delete'); -- forgetting what is old

alter table outbox
  add column silent boolean not null default false; -- without a sound
