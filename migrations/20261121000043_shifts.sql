-- Who is on duty when, who stands in for whom, and what the members can do.

create table shifts (
  org_id     uuid    not null references orgs (id),
  id         uuid    not null,
  member_id  uuid    not null,
  duty       text    not null check (duty in ('dispatcher', 'worker', 'manager')),
  starts_at  timestamptz not null, -- as planned
  ends_at    timestamptz not null,
  buildings  uuid[]  not null default '{}', -- where; nothing: everywhere
  begun_at   timestamptz, -- «Принял смену»
  ended_at   timestamptz, -- «Сдал смену»
  note       text check (char_length(note) between 1 and 1000), -- what was handed over
  version    integer not null default 1,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  constraint shifts_times_check check (starts_at < ends_at),
  constraint shifts_ended_check check (ended_at is null or (begun_at is not null and note is not null))
);
create index shifts_by_member on shifts (org_id, member_id, starts_at);
create index shifts_by_time on shifts (org_id, ends_at, starts_at);
select tenant_table('shifts');

create table absences (
  org_id     uuid    not null references orgs (id),
  id         uuid    not null,
  member_id  uuid    not null,
  deputy_id  uuid, -- who receives their work meanwhile; nobody: it waits for whoever gives it out
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  constraint absences_deputy_fkey foreign key (org_id, deputy_id) references members (org_id, id),
  constraint absences_times_check check (starts_at < ends_at),
  constraint absences_deputy_check check (deputy_id <> member_id)
);
create index absences_by_time on absences (org_id, ends_at);
create index absences_by_member on absences (org_id, member_id);
create index absences_by_deputy on absences (org_id, deputy_id) where deputy_id is not null;
select tenant_table('absences');

create table skills (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  name       text not null check (char_length(name) between 1 and 80),
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index skills_name_key on skills (org_id, lower(name));
select tenant_table('skills');

create table member_skills (
  org_id    uuid not null references orgs (id),
  member_id uuid not null,
  skill_id  uuid not null,
  primary key (org_id, member_id, skill_id),
  constraint member_skills_member_fkey foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, skill_id) references skills (org_id, id) on delete cascade
);
create index member_skills_by_skill on member_skills (org_id, skill_id);
select tenant_table('member_skills');
