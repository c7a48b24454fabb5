-- When an org works: calendars by name, of which one is the org's own. Times of the day are in the org's time zone.

create table calendars (
  org_id     uuid    not null references orgs (id),
  id         uuid    not null,
  name       text    not null check (char_length(name) between 1 and 80),
  timetable  jsonb   not null check (jsonb_typeof(timetable) = 'object'), -- domain::calendars::Timetable
  is_chosen  boolean not null default false, -- the org's own; without one orgs.working_hours count
  version    integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index calendars_name_key on calendars (org_id, lower(name));
create unique index calendars_chosen_key on calendars (org_id) where is_chosen;
select tenant_table('calendars');
