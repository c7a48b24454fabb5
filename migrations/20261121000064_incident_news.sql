-- What the people of an incident were told, step by step. The words are here and not in the log of events, which is kept
-- for ever.
create table incident_news (
  org_id      uuid not null references orgs (id),
  id          uuid not null,
  request_id  uuid not null,
  person_id   uuid, -- who said it; null: a program
  at          timestamptz not null,
  stage       text check (stage in ('searching', 'crew', 'repairing', 'restoring')),
  words       text check (char_length(words) between 1 and 1000),
  expected_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, request_id) references incidents (org_id, request_id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id)
);
create index incident_news_by_incident on incident_news (org_id, request_id, at);
select tenant_table('incident_news', 'select, insert');
