-- Requests: what a resident asks for, until it is done, accepted and rated.

create table requests (
  org_id      uuid   not null references orgs (id),
  id          uuid   not null,
  number      bigint not null,
  status      text   not null check (status in ('new', 'in_progress', 'done', 'returned', 'closed', 'cancelled')),
  category    text   not null check (category in ('plumbing', 'electricity', 'heating', 'elevator', 'yard', 'other')),
  place       text   not null check (place in ('unit', 'entrance', 'yard', 'point')),
  latitude    double precision,
  longitude   double precision,
  words       text   not null check (char_length(words) <= 8192), -- as the resident wrote it; may be empty when media tell it
  unit_id     uuid,
  reporter_id uuid   not null,
  assignee_id uuid,
  rating      smallint check (rating between 1 and 5),
  returns     smallint not null default 0,
  version     integer  not null default 1, -- grows with each change; live cards show one version
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (org_id, id),
  constraint requests_number_key unique (org_id, number),
  constraint requests_point_check check ((place = 'point') = (latitude is not null and longitude is not null)),
  foreign key (org_id, unit_id) references units (org_id, id),
  foreign key (org_id, reporter_id) references people (org_id, id),
  foreign key (org_id, assignee_id) references members (org_id, id)
);
create index requests_by_reporter on requests (org_id, reporter_id, number desc);
create index requests_open on requests (org_id, number) where status in ('new', 'in_progress', 'done', 'returned');
select tenant_table('requests', 'select, insert, update');

-- The conversation about a request, both ways.
create table comments (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  request_id uuid not null,
  author_id  uuid not null,
  side       text not null check (side in ('resident', 'staff')), -- who speaks; the other side is told
  is_question boolean not null default false, -- staff wait for an answer
  words      text not null check (char_length(words) <= 8192),
  album      text, -- the media group that it came as: its parts are one comment
  created_at timestamptz not null,
  primary key (org_id, id),
  constraint comments_album_key unique (org_id, request_id, album),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, author_id) references people (org_id, id)
);
create index comments_by_request on comments (org_id, request_id, id);
select tenant_table('comments', 'select, insert, update'); -- update: the parts of an album join

-- Photos, voice and files, of a request itself or of one comment. Telegram keeps the bytes; file_id opens them.
create table attachments (
  org_id         uuid not null references orgs (id),
  id             uuid not null,
  request_id     uuid not null,
  comment_id     uuid,
  kind           text not null check (kind in ('photo', 'video', 'voice', 'video_note', 'audio', 'document', 'animation', 'sticker')),
  file_id        text not null,
  file_unique_id text not null,
  position       smallint not null,
  primary key (org_id, id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, comment_id) references comments (org_id, id)
);
create index attachments_by_request on attachments (org_id, request_id, position);
select tenant_table('attachments', 'select, insert');
