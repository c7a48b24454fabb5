-- Buildings, units and who lives in them.

create table buildings (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  address    text not null check (char_length(address) between 1 and 200),
  created_at timestamptz not null,
  primary key (org_id, id),
  constraint buildings_address_key unique (org_id, address)
);
select tenant_table('buildings');

create table units (
  org_id      uuid not null references orgs (id),
  id          uuid not null,
  building_id uuid not null,
  number      text not null check (char_length(number) between 1 and 20),
  entrance    smallint,
  floor       smallint,
  invite      text not null, -- the opaque token of the unit's deep link and QR code: start=f_<invite>
  created_at  timestamptz not null,
  primary key (org_id, id),
  constraint units_number_key unique (org_id, building_id, number),
  constraint units_invite_key unique (org_id, invite),
  foreign key (org_id, building_id) references buildings (org_id, id)
);
select tenant_table('units');

-- What the org's register says of a unit before its people have met the bot: a phone, perhaps a name.
create table unit_contacts (
  org_id  uuid not null references orgs (id),
  unit_id uuid not null,
  phone   text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  name    text,
  primary key (org_id, unit_id, phone),
  foreign key (org_id, unit_id) references units (org_id, id)
);
create index unit_contacts_by_phone on unit_contacts (org_id, phone);
select tenant_table('unit_contacts');

create table residents (
  org_id      uuid not null references orgs (id),
  unit_id     uuid not null,
  person_id   uuid not null,
  verified_at timestamptz, -- the phone matched the register; null: says so, not checked yet
  created_at  timestamptz not null,
  primary key (org_id, unit_id, person_id),
  foreign key (org_id, unit_id) references units (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index residents_by_person on residents (org_id, person_id);
select tenant_table('residents');
