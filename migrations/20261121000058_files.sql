-- Files of an org: the bytes are in the storage (a folder, or an S3), this says what they are.

create table files (
  org_id      uuid not null references orgs (id),
  id          uuid not null,
  kind        text not null check (kind in ('photo', 'video', 'voice', 'video_note', 'audio', 'document', 'animation', 'sticker')),
  state       text not null check (state in ('awaited', 'kept', 'too_large', 'gone')), -- awaited: Telegram has it, we have not yet
  media_type  text check (char_length(media_type) <= 100), -- by the content, whatever its sender said
  size        bigint check (size > 0),
  sha256      bytea check (octet_length(sha256) = 32),
  name        text check (char_length(name) <= 255), -- as its sender named it
  telegram_id text, -- what the bot that received it opens it with
  owner_id    uuid, -- who uploaded it; null: it came through Telegram
  used_at     timestamptz, -- when a request took it; one that none takes is forgotten
  created_at  timestamptz not null,
  primary key (org_id, id),
  constraint files_kept_check check ((state = 'kept') = (size is not null and sha256 is not null and media_type is not null)),
  foreign key (org_id, owner_id) references people (org_id, id)
);
create index files_unused on files (org_id, owner_id, created_at) where used_at is null;
select tenant_table('files', 'select, insert, update');
select system_table('files', 'select, delete');
create index files_to_forget on files (created_at) where used_at is null;

-- What a bot sends a file with once it has had it: an id of Telegram's counts for one bot only.
create table file_copies (
  org_id      uuid not null references orgs (id),
  file_id     uuid not null,
  bot_id      uuid not null,
  telegram_id text not null,
  kind        text not null check (kind in ('photo', 'video', 'voice', 'video_note', 'audio', 'document', 'animation', 'sticker')),
  primary key (org_id, file_id, bot_id),
  foreign key (org_id, file_id) references files (org_id, id) on delete cascade,
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('file_copies', 'select, insert, update');

-- As the owner, who passes row security that is not forced: a new foreign key is checked on what is there.
alter table attachments no force row level security;
alter table files no force row level security;
alter table attachments
  alter column file_id drop not null,
  alter column file_unique_id drop not null,
  add column stored_id uuid, -- our own copy; null: it came before there was a storage
  add constraint attachments_stored_key unique (org_id, stored_id),
  add constraint attachments_somewhere_check check (file_id is not null or stored_id is not null),
  add foreign key (org_id, stored_id) references files (org_id, id);
alter table attachments force row level security;
alter table files force row level security;
