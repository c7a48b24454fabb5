-- People as one org knows them, and those of them who work for it.

create table people (
  org_id         uuid   not null references orgs (id),
  id             uuid   not null,
  telegram_id    bigint not null,
  name           text   not null,
  username       text,
  phone          text check (phone ~ '^\+[1-9][0-9]{6,14}$'), -- E.164, confirmed by the person's own contact
  language       text   not null check (language in ('ru', 'uz', 'en')),
  language_chosen boolean not null default false, -- false: guessed from the person's Telegram
  unreachable_at timestamptz, -- blocked the bot: nothing is sent until they come back
  created_at     timestamptz not null,
  primary key (org_id, id),
  constraint people_telegram_id_key unique (org_id, telegram_id)
);
select tenant_table('people');

create table members (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  person_id  uuid not null,
  role       text not null check (role in ('owner', 'admin', 'manager', 'dispatcher', 'worker')),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create unique index members_person_key on members (org_id, person_id) where removed_at is null;
select tenant_table('members');
