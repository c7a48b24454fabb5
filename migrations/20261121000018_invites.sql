-- Invites: a link that makes whoever opens it first a member, once. Of its token only a hash is kept.

create table invites (
  org_id      uuid  not null references orgs (id),
  id          uuid  not null,
  token_hash  bytea not null, -- SHA-256 of the token in start=i_<token>
  role        text  not null,
  filter      jsonb not null default '{}', -- domain::access::Filter
  name        text check (char_length(name) between 1 and 128), -- for whom it is, as the inviter wrote it
  inviter_id  uuid, -- null: the command line
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz,
  accepted_at timestamptz,
  accepted_by uuid,
  primary key (org_id, id),
  constraint invites_token_key unique (org_id, token_hash),
  constraint invites_accepted_check check ((accepted_at is null) = (accepted_by is null)),
  constraint invites_inviter_fkey foreign key (org_id, inviter_id) references people (org_id, id),
  constraint invites_accepted_by_fkey foreign key (org_id, accepted_by) references people (org_id, id)
);
create index invites_open on invites (org_id, id) where revoked_at is null and accepted_at is null;
select tenant_table('invites', 'select, insert, update');
