-- Roles of the org's own, teams, and what a member's work is limited to.

create table roles (
  org_id     uuid    not null references orgs (id),
  id         uuid    not null,
  name       text    not null check (char_length(name) between 1 and 80),
  based_on   text    not null check (based_on in ('admin', 'manager', 'dispatcher', 'worker', 'member', 'team_lead',
                                                  'partner', 'caller', 'analyst', 'accountant')),
  grants     jsonb   not null check (jsonb_typeof(grants) = 'array'), -- ["requests.read:team", …], as domain::access writes it
  version    integer not null default 1, -- grows with each change
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index roles_name_key on roles (org_id, lower(name));
select tenant_table('roles');

create table teams (
  org_id     uuid    not null references orgs (id),
  id         uuid    not null,
  name       text    not null check (char_length(name) between 1 and 80),
  version    integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index teams_name_key on teams (org_id, lower(name));
select tenant_table('teams');

create table team_members (
  org_id    uuid not null references orgs (id),
  team_id   uuid not null,
  member_id uuid not null,
  primary key (org_id, team_id, member_id),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  constraint team_members_member_fkey foreign key (org_id, member_id) references members (org_id, id)
);
create index team_members_by_member on team_members (org_id, member_id);
select tenant_table('team_members');

alter table members
  drop constraint members_role_check,
  add constraint members_role_check check (role in ('owner', 'admin', 'manager', 'dispatcher', 'worker', 'member',
    'team_lead', 'partner', 'caller', 'analyst', 'accountant')),
  add column custom_role_id uuid, -- a role of the org's own; role is then the preset that it is based on
  add column filter jsonb not null default '{}' check (jsonb_typeof(filter) = 'object'), -- domain::access::Filter
  add constraint members_custom_role_fkey foreign key (org_id, custom_role_id) references roles (org_id, id);
create index members_by_custom_role on members (org_id, custom_role_id) where custom_role_id is not null;

-- «Members see» all, what is their team's, or what is theirs: the role "member" alone.
alter table orgs add column members_see text not null default 'all' check (members_see in ('all', 'team', 'assigned'));
