-- One trouble of many homes: the request in which it is worked on, whom it concerns, and what they were told last.

-- As the owner, who passes row security that is not forced: also where a new foreign key is checked.
create table incidents (
  org_id      uuid not null references orgs (id),
  request_id  uuid not null,
  building_id uuid not null,
  entrance_id uuid, -- null: the whole building
  riser_id    uuid, -- null: not along a riser only
  declared_at timestamptz, -- null: it is only thought of, because several have said the same
  stage       text check (stage in ('searching', 'crew', 'repairing', 'restoring')),
  words       text check (char_length(words) between 1 and 1000), -- what its people read, in the org's words
  expected_at timestamptz, -- when it should be over
  dismissed_at timestamptz, -- they had nothing to do with each other
  accepted_by uuid, -- whoever of the chain of duty said that they see to it
  accepted_at timestamptz,
  primary key (org_id, request_id),
  check (entrance_id is null or riser_id is null),
  check ((accepted_by is null) = (accepted_at is null)),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, building_id) references buildings (org_id, id),
  foreign key (org_id, building_id, entrance_id) references entrances (org_id, building_id, id),
  foreign key (org_id, building_id, riser_id) references risers (org_id, building_id, id),
  foreign key (org_id, accepted_by) references members (org_id, id)
);
create index incidents_by_building on incidents (org_id, building_id);
select tenant_table('incidents', 'select, insert, update, delete');

-- The messages that raise the alarm: one in the staff's group, one with each who was called. They are edited as it goes.
create table incident_messages (
  org_id     uuid   not null references orgs (id),
  request_id uuid   not null,
  bot_id     uuid   not null,
  chat_id    bigint not null,
  thread_id  bigint,
  message_id bigint not null,
  shown      bytea  not null, -- hash of what it shows: equal content is not sent again
  primary key (org_id, request_id, bot_id, chat_id),
  foreign key (org_id, request_id) references incidents (org_id, request_id) on delete cascade,
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index incident_messages_by_message on incident_messages (org_id, bot_id, chat_id, message_id);
select tenant_table('incident_messages', 'select, insert, update, delete');
