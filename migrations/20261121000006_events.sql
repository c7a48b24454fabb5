-- What happened, in the order in which it happened. Nobody edits or deletes: no such right is given.

create table events (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  at         timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'system')),
  actor_id   uuid, -- the person; null for the system
  kind       text not null,
  request_id uuid,
  data       jsonb not null, -- the event with its old and new values, as domain::events::Event writes it
  primary key (org_id, id),
  foreign key (org_id, request_id) references requests (org_id, id),
  foreign key (org_id, actor_id) references people (org_id, id)
);
create index events_by_request on events (org_id, request_id, id) where request_id is not null;
select tenant_table('events', 'select, insert');
