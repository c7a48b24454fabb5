-- A repeated POST gets the answer of the first one: the key that the client chose, what it was chosen for, and the
-- answer. The row is written in the transaction of the deed, so that there is both or neither, and two that run at
-- once meet at it.
create table idempotency_keys (
  org_id     uuid not null references orgs (id),
  caller     uuid not null, -- an account, which belongs to no org, or a service account: no foreign key
  key        text not null check (char_length(key) between 1 and 255),
  request    bytea not null check (octet_length(request) = 32), -- SHA-256 of what was asked for
  answer     bytea, -- sealed: it may hold a secret that is shown once
  created_at timestamptz not null,
  primary key (org_id, caller, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
select tenant_table('idempotency_keys', 'select, insert, update');
select system_table('idempotency_keys', 'select, delete'); -- retention
