-- What a request is warned of, once per rule: nobody has it, it is late, it was returned. And the messages that show it.

create table warnings (
  org_id       uuid not null references orgs (id),
  request_id   uuid not null,
  rule         text not null check (rule in ('unassigned', 'not_accepted', 'due_soon', 'overdue', 'low_rating', 'returned')),
  raised_at    timestamptz not null,
  level        smallint not null default 0, -- how many of the chain of duty were told, the first not counted
  quiet_until  timestamptz, -- somebody wants it to go no further until then
  settled_at   timestamptz, -- its cause is gone, or somebody has dealt with it
  settled_by   uuid, -- the person; null: it went by itself
  primary key (org_id, request_id, rule),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, settled_by) references people (org_id, id)
);
create index warnings_by_person on warnings (org_id, settled_by) where settled_by is not null;
select tenant_table('warnings', 'select, insert, update');

create table warning_messages (
  org_id     uuid   not null references orgs (id),
  request_id uuid   not null,
  rule       text   not null,
  bot_id     uuid   not null,
  chat_id    bigint not null,
  message_id bigint, -- null: on its way
  primary key (org_id, request_id, rule, bot_id, chat_id),
  foreign key (org_id, request_id, rule) references warnings (org_id, request_id, rule),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index warning_messages_by_bot on warning_messages (org_id, bot_id);
select tenant_table('warning_messages', 'select, insert, update, delete');
