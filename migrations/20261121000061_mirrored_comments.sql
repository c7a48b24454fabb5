-- Which message says what of a comment: the one that somebody wrote, and the copies that the bot made of it on the other
-- side. By them a reply finds what it answers, and a change finds what has to change.

create table comment_messages (
  org_id     uuid   not null references orgs (id),
  bot_id     uuid   not null,
  chat_id    bigint not null,
  message_id bigint not null,
  comment_id uuid   not null,
  part       text   not null check (part in ('said', 'words', 'file', 'point')), -- said: as it was written; the others: copies
  words      text   not null default '' check (char_length(words) <= 8192), -- what this part of an album says
  file       text,     -- the file that it carries, by what is the same for the same bytes
  position   smallint, -- of a copy: which of the comment's files, from 0
  shown      bytea,    -- of a copy: hash of what it shows
  primary key (org_id, bot_id, chat_id, message_id),
  foreign key (org_id, comment_id) references comments (org_id, id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index comment_messages_by_comment on comment_messages (org_id, comment_id);
select tenant_table('comment_messages');

-- As the owner, who passes row security that is not forced: also where a new foreign key is checked.
alter table comments no force row level security;
alter table comments
  add column answers_id uuid, -- the comment that it answers
  add column latitude   double precision check (latitude between -90 and 90),
  add column longitude  double precision check (longitude between -180 and 180),
  add column edited_at  timestamptz,
  add column deleted_at timestamptz, -- taken back: its copies are gone, the words are kept for the log
  add constraint comments_answers_fkey foreign key (org_id, answers_id) references comments (org_id, id),
  add constraint comments_point_whole check ((latitude is null) = (longitude is null));
alter table comments force row level security;

-- Whoever changes what they sent may change its file.
grant update on attachments to app_tenant;
