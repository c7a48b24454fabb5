-- Where somebody who waits is shown to those who may answer: these messages change when they have been answered.
create table resident_messages (
  org_id      uuid   not null references orgs (id),
  resident_id uuid   not null,
  bot_id      uuid   not null,
  chat_id     bigint not null,
  message_id  bigint not null,
  primary key (org_id, resident_id, bot_id, chat_id),
  foreign key (org_id, resident_id) references residents (org_id, id) on delete cascade,
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
select tenant_table('resident_messages', 'select, insert, update');

-- Somebody else had confirmed the same number before: it says nothing of where this person lives.
alter table people add column phone_shared boolean not null default false;
create index people_by_phone on people (org_id, phone) where phone is not null;
