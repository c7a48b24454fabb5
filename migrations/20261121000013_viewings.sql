-- Seeing with another's eyes, and which elements of the screens an org hides from a role.

create table viewings (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  viewer_id  uuid not null,
  viewed_id  uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (org_id, id),
  constraint viewings_other_check check (viewer_id <> viewed_id),
  foreign key (org_id, viewer_id) references members (org_id, id),
  foreign key (org_id, viewed_id) references members (org_id, id)
);
create unique index viewings_viewer_key on viewings (org_id, viewer_id) where ended_at is null; -- one at a time
select tenant_table('viewings', 'select, insert, update');

create table ui_element_permissions (
  org_id         uuid not null references orgs (id),
  id             uuid not null,
  role           text check (role in ('admin', 'manager', 'dispatcher', 'worker', 'member', 'team_lead', 'partner', 'caller',
                                      'analyst', 'accountant')), -- an owner sees everything
  custom_role_id uuid,
  element        text not null check (char_length(element) between 1 and 100), -- domain::access::Element: hidden from this role
  primary key (org_id, id),
  constraint ui_element_permissions_whose_check check (num_nonnulls(role, custom_role_id) = 1),
  foreign key (org_id, custom_role_id) references roles (org_id, id) on delete cascade
);
create unique index ui_element_permissions_key on ui_element_permissions (org_id, role, custom_role_id, element)
  nulls not distinct;
select tenant_table('ui_element_permissions');
