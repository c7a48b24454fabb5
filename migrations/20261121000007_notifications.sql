-- The way out: the staff's group, live cards, what links a Telegram message to a request, and the outbox.

-- Where the org's staff work. One group at a time; a forum gets one topic per request.
create table staff_chats (
  org_id    uuid    not null references orgs (id),
  bot_id    uuid    not null,
  chat_id   bigint  not null,
  title     text    not null,
  is_forum  boolean not null,
  linked_at timestamptz not null,
  left_at   timestamptz, -- the bot was removed; cards wait until it is back
  primary key (org_id, bot_id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('staff_chats');

-- One message per request and viewer, edited in place.
create table cards (
  org_id     uuid   not null references orgs (id),
  id         uuid   not null,
  request_id uuid   not null,
  bot_id     uuid   not null,
  audience   text   not null check (audience in ('resident', 'staff')),
  person_id  uuid, -- whose language it speaks; null: the staff group, in the org's language
  chat_id    bigint not null,
  thread_id  bigint, -- the request's forum topic
  topic_closed boolean not null default false,
  message_id bigint, -- null: not sent yet
  shown      bytea, -- hash of what the message shows now: equal content is not sent again
  shown_version integer not null default 0, -- of the request, for whoever checks that cards agree with it
  media_sent boolean not null default false,
  primary key (org_id, id),
  constraint cards_viewer_key unique (org_id, request_id, bot_id, chat_id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id)
);
create index cards_by_thread on cards (org_id, bot_id, chat_id, thread_id) where thread_id is not null;
select tenant_table('cards');

-- Messages that belong to a request: a reply to one of them is a word about that request.
create table message_links (
  org_id     uuid   not null references orgs (id),
  bot_id     uuid   not null,
  chat_id    bigint not null,
  message_id bigint not null,
  request_id uuid   not null,
  is_question boolean not null default false, -- the bot's prompt «what shall I ask»: its answer goes to the resident as a question
  primary key (org_id, bot_id, chat_id, message_id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('message_links', 'select, insert, delete');

-- What is accepted for sending. One lane per chat, one delivery in flight per lane; a sent one is deleted.
create table outbox (
  org_id      uuid     not null references orgs (id),
  id          uuid     not null,
  bot_id      uuid     not null,
  chat_id     bigint   not null,
  class       smallint not null check (class between 0 and 3), -- 0 alert, 1 reply, 2 card, 3 broadcast
  delivery    jsonb    not null, -- domain::notifications::Delivery
  coalesce_by text, -- of the waiting ones with the same key only one is kept
  not_before  timestamptz not null,
  leased_until timestamptz,
  attempts    integer  not null default 0,
  failed_at   timestamptz, -- given up; `kontora doctor` lists it
  last_error  text,
  created_at  timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create unique index outbox_coalesced on outbox (org_id, bot_id, coalesce_by)
  where coalesce_by is not null and leased_until is null and failed_at is null;
create index outbox_ready on outbox (not_before) where failed_at is null;
create index outbox_lane on outbox (bot_id, chat_id, class, id) where failed_at is null;
select tenant_table('outbox', 'select, insert, update, delete');
select system_table('outbox', 'select, update, delete'); -- claiming deliveries of all orgs
