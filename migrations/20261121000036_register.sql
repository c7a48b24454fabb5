-- The register of property: complex → building → entrance → unit, the risers that run through them, and who lives
-- where, with what is still to be checked and with what is over.
--
-- What something may refer to is archived and stays; names and numbers are unique among what is not archived.

create table complexes (
  org_id      uuid    not null references orgs (id),
  id          uuid    not null,
  name        text    not null check (char_length(name) between 1 and 120),
  address     text    check (char_length(address) between 1 and 200),
  note        text    check (char_length(note) between 1 and 1000), -- for those who work there
  version     integer not null default 1, -- grows with each change
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
create unique index complexes_name_key on complexes (org_id, lower(name)) where archived_at is null;
select tenant_table('complexes', 'select, insert, update');

-- What is there already is moved as the owner, who passes row security that is not forced.
alter table buildings no force row level security;
alter table units no force row level security;
alter table unit_contacts no force row level security;
alter table residents no force row level security;

alter table buildings
  drop constraint buildings_address_key,
  add column complex_id  uuid,
  add column name        text     check (char_length(name) between 1 and 120),
  add column latitude    double precision check (latitude between -90 and 90),
  add column longitude   double precision check (longitude between -180 and 180),
  add column entrances   smallint check (entrances between 1 and 99), -- how many it has, whether or not they are listed
  add column floors      smallint check (floors between 1 and 200),
  add column note        text     check (char_length(note) between 1 and 1000), -- where the key is, where to park
  add column version     integer not null default 1,
  add column updated_at  timestamptz,
  add column archived_at timestamptz,
  add constraint buildings_point_check check ((latitude is null) = (longitude is null)),
  add constraint buildings_complex_fkey foreign key (org_id, complex_id) references complexes (org_id, id);
update buildings set updated_at = created_at;
alter table buildings alter column updated_at set not null;
create unique index buildings_address_key on buildings (org_id, lower(address)) where archived_at is null;
create index buildings_by_complex on buildings (org_id, complex_id) where complex_id is not null;

create table entrances (
  org_id      uuid     not null references orgs (id),
  id          uuid     not null,
  building_id uuid     not null,
  number      smallint not null check (number between 1 and 99),
  door_code   text     check (char_length(door_code) between 1 and 20), -- told to whoever is sent there; never in an event
  note        text     check (char_length(note) between 1 and 1000),
  sticker     text     not null, -- the opaque token on its door: start=e_<sticker>
  version     integer  not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id),
  constraint entrances_sticker_key unique (org_id, sticker),
  constraint entrances_of_building_key unique (org_id, building_id, id), -- so that a unit's entrance is of its building
  foreign key (org_id, building_id) references buildings (org_id, id)
);
create unique index entrances_number_key on entrances (org_id, building_id, number) where archived_at is null;
select tenant_table('entrances', 'select, insert, update');
alter table entrances no force row level security;
insert into entrances (org_id, id, building_id, number, sticker, created_at, updated_at)
  select org_id, gen_random_uuid(), building_id, entrance, replace(gen_random_uuid()::text, '-', ''),
         min(created_at), min(created_at)
  from units where entrance between 1 and 99 group by org_id, building_id, entrance;

alter table units
  drop constraint units_number_key,
  add column entrance_id uuid,
  add column kind        text not null default 'flat' check (kind in ('flat', 'commercial', 'parking', 'storage')),
  add column area_cm2    integer check (area_cm2 between 1 and 2000000000),
  add column account     text check (char_length(account) between 1 and 40), -- the personal account that is paid to
  add column note        text check (char_length(note) between 1 and 1000),
  add column sort        text not null generated always as -- 2 before 10, 10 before 10А
    (lpad(coalesce(substring(number from '[0-9]+'), ''), 8, '0') || number) stored,
  add column version     integer not null default 1,
  add column updated_at  timestamptz,
  add column archived_at timestamptz,
  add constraint units_of_building_key unique (org_id, building_id, id),
  add constraint units_entrance_fkey foreign key (org_id, building_id, entrance_id)
    references entrances (org_id, building_id, id);
update units u set updated_at = u.created_at, entrance_id = e.id
  from units same left join entrances e
    on e.org_id = same.org_id and e.building_id = same.building_id and e.number = same.entrance
  where u.org_id = same.org_id and u.id = same.id;
alter table units alter column updated_at set not null, drop column entrance;
create unique index units_number_key on units (org_id, building_id, lower(number)) where archived_at is null;
create unique index units_account_key on units (org_id, account) where account is not null and archived_at is null;
create index units_in_order on units (org_id, building_id, sort, id);
create index units_by_entrance on units (org_id, entrance_id) where entrance_id is not null;

create table risers (
  org_id      uuid    not null references orgs (id),
  id          uuid    not null,
  building_id uuid    not null,
  entrance_id uuid, -- null: of the whole building
  kind        text    not null check (kind in ('cold_water', 'hot_water', 'heating', 'sewage', 'electricity')),
  name        text    not null check (char_length(name) between 1 and 60),
  note        text    check (char_length(note) between 1 and 1000), -- where it is shut
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id),
  constraint risers_of_building_key unique (org_id, building_id, id),
  foreign key (org_id, building_id) references buildings (org_id, id),
  constraint risers_entrance_fkey foreign key (org_id, building_id, entrance_id)
    references entrances (org_id, building_id, id)
);
create unique index risers_name_key on risers (org_id, building_id, kind, lower(name)) where archived_at is null;
select tenant_table('risers', 'select, insert, update');

create table unit_risers (
  org_id      uuid not null references orgs (id),
  building_id uuid not null,
  unit_id     uuid not null,
  riser_id    uuid not null,
  primary key (org_id, riser_id, unit_id),
  foreign key (org_id, building_id, unit_id) references units (org_id, building_id, id),
  foreign key (org_id, building_id, riser_id) references risers (org_id, building_id, id)
);
create index unit_risers_by_unit on unit_risers (org_id, unit_id);
select tenant_table('unit_risers', 'select, insert, delete');

-- What the org knew before: now with an id, a role, and perhaps a name alone.
alter table unit_contacts
  add column id         uuid,
  add column role       text check (role in ('owner', 'family', 'tenant')),
  add column version    integer not null default 1,
  add column created_at timestamptz,
  add column updated_at timestamptz;
update unit_contacts c set id = gen_random_uuid(), created_at = u.created_at, updated_at = u.created_at,
                           name = nullif(left(trim(c.name), 128), '')
  from units u where u.org_id = c.org_id and u.id = c.unit_id;
alter table unit_contacts
  drop constraint unit_contacts_pkey,
  alter column phone drop not null,
  alter column id set not null,
  alter column created_at set not null,
  alter column updated_at set not null,
  add constraint unit_contacts_pkey primary key (org_id, id),
  add constraint unit_contacts_phone_key unique (org_id, unit_id, phone),
  add constraint unit_contacts_name_check check (char_length(name) between 1 and 128),
  add constraint unit_contacts_someone_check check (phone is not null or name is not null);

-- Who lives there, says so, said so in vain, or lived there. One row per stay; at most one of them goes on.
alter table residents
  add column id       uuid,
  add column role     text check (role in ('owner', 'family', 'tenant')), -- null: not asked yet
  add column state    text check (state in ('pending', 'verified', 'declined', 'moved_out')),
  add column state_at timestamptz,
  add column state_by uuid, -- whose word it was; null: the register's, or nobody's yet
  add column ended_at timestamptz, -- set when it is over: every question who lives there asks for null
  add column version  integer not null default 1;
update residents set id = gen_random_uuid(), state = case when verified_at is null then 'pending' else 'verified' end,
                     state_at = coalesce(verified_at, created_at);
alter table residents
  drop constraint residents_pkey,
  alter column id set not null,
  alter column state set not null,
  alter column state_at set not null,
  add constraint residents_pkey primary key (org_id, id),
  add constraint residents_verified_check check (case state when 'verified' then verified_at is not null
                                                            when 'moved_out' then true else verified_at is null end),
  add constraint residents_ended_check check ((ended_at is null) = (state in ('pending', 'verified'))),
  add constraint residents_state_by_fkey foreign key (org_id, state_by) references people (org_id, id);
create unique index residents_current_key on residents (org_id, unit_id, person_id) where ended_at is null;
create index residents_by_unit on residents (org_id, unit_id);
create index residents_waiting on residents (org_id, created_at) where state = 'pending';

-- What a person agreed to, by the version of the words.
create table consents (
  org_id    uuid not null references orgs (id),
  person_id uuid not null,
  version   text not null check (char_length(version) between 1 and 40),
  given_at  timestamptz not null,
  primary key (org_id, person_id, version),
  foreign key (org_id, person_id) references people (org_id, id)
);
select tenant_table('consents', 'select, insert');

alter table buildings force row level security;
alter table units force row level security;
alter table unit_contacts force row level security;
alter table residents force row level security;
alter table entrances force row level security;
