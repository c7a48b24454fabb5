-- The morning's digest: to whom, on which of their days. One row is one digest, however many processes look.

create table digests (
  org_id     uuid not null references orgs (id),
  person_id  uuid not null,
  day        date not null, -- by the person's clock
  created_at timestamptz not null,
  primary key (org_id, person_id, day),
  foreign key (org_id, person_id) references people (org_id, id)
);
select tenant_table('digests', 'select, insert, delete');
