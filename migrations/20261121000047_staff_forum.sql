-- The staff's forum beside the topics of requests: its fixed topics, and the board of the queue.

create table staff_topics (
  org_id    uuid   not null references orgs (id),
  bot_id    uuid   not null,
  chat_id   bigint not null,
  topic     text   not null check (topic in ('queue', 'emergencies', 'manager', 'lounge')),
  thread_id bigint not null,
  primary key (org_id, bot_id, chat_id, topic),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('staff_topics', 'select, insert, update, delete');

-- One message that shows the queue, edited in place.
create table staff_boards (
  org_id     uuid   not null references orgs (id),
  bot_id     uuid   not null,
  chat_id    bigint not null,
  thread_id  bigint, -- the topic that it stands in; null: a group without topics
  message_id bigint not null,
  shown      bytea  not null, -- hash of what it shows
  edited_at  timestamptz not null,
  primary key (org_id, bot_id, chat_id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('staff_boards', 'select, insert, update');
