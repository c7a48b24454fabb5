-- Reading the register from a file: what was sent, row by row, what becomes of each row, and what the import made and
-- changed, so that it can be taken back for a day. The file itself is not kept.

create table imports (
  org_id      uuid    not null references orgs (id),
  id          uuid    not null,
  person_id   uuid,   -- who sent it; null: a program
  loaded_by   uuid,   -- who said that it be loaded
  source      text    check (char_length(source) between 1 and 200), -- what delivers it twice delivers it with the same
  file_name   text    not null check (char_length(file_name) between 1 and 200),
  state       text    not null check (state in ('unmapped', 'checking', 'checked', 'loading', 'loaded', 'undone', 'discarded')),
  head        integer not null, -- the row that names the columns; 0: none does
  columns     jsonb   not null, -- their names, in order
  mapping     jsonb   not null, -- what each of them holds, in order; null: nothing of ours
  rows        integer not null, -- those below the head
  last_row    integer not null, -- the number of the last one
  checked     integer not null default 0, -- they have been looked at up to this row
  ok          integer not null default 0,
  wrong       integer not null default 0,
  outcome     jsonb,  -- what loading made and changed, then what undoing took back
  bot_id      uuid,   -- where its card is, when it came by chat
  chat_id     bigint,
  message_id  bigint,
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  loaded_at   timestamptz,
  primary key (org_id, id),
  constraint imports_source_key unique (org_id, source),
  foreign key (org_id, person_id) references people (org_id, id),
  constraint imports_loaded_by_fkey foreign key (org_id, loaded_by) references people (org_id, id),
  foreign key (org_id, bot_id) references bots (org_id, id)
);
create index imports_by_age on imports (updated_at);
select tenant_table('imports', 'select, insert, update');

create table import_rows (
  org_id    uuid    not null references orgs (id),
  import_id uuid    not null,
  number    integer not null, -- in the file, as a spreadsheet program shows it
  cells     jsonb   not null,
  -- Ids and tokens for what the row may make, drawn where all of ours are drawn.
  complex_id  uuid not null,
  building_id uuid not null,
  entrance_id uuid not null,
  unit_id     uuid not null,
  contact_id  uuid not null,
  sticker     text not null,
  invite      text not null,
  -- What the cells say.
  complex   text,
  address   text,
  entrance  smallint,
  unit      text,
  floor     smallint,
  area_cm2  integer,
  account   text,
  kind      text,
  name      text,
  phone     text,
  role      text,
  problems  jsonb, -- what is wrong; null: nothing, or not looked at yet
  primary key (org_id, import_id, number),
  foreign key (org_id, import_id) references imports (org_id, id)
);
select tenant_table('import_rows', 'select, insert, update, delete');

-- What a loaded import did, thing by thing.
create table import_changes (
  org_id    uuid not null references orgs (id),
  import_id uuid not null,
  kind      text not null check (kind in ('complex', 'building', 'entrance', 'unit', 'contact')),
  id        uuid not null,
  before    jsonb,            -- how it was; null: the import made it
  version   integer not null, -- of the thing, when the import had done with it: another one means that somebody went on
  primary key (org_id, import_id, kind, id),
  foreign key (org_id, import_id) references imports (org_id, id)
);
select tenant_table('import_changes', 'select, insert, delete');

-- Retention: rows and changes go when they are of no use any more.
select system_table('imports', 'select');
select system_table('import_rows', 'select, delete');
select system_table('import_changes', 'select, delete');
