-- Which events have been told to whoever follows them. The job that tells may run again after its commit, when its
-- process is killed before the queue hears of it; the mark keeps anybody from being told twice.
create table told_events (
  org_id   uuid not null references orgs (id),
  event_id uuid not null,
  primary key (org_id, event_id),
  foreign key (org_id, event_id) references events (org_id, id)
);
select tenant_table('told_events', 'select, insert');
