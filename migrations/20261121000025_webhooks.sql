-- Webhooks: addresses of an org's own that are told what happens, and the log of what they were told.

create table webhooks (
  org_id         uuid not null references orgs (id),
  id             uuid not null,
  name           text not null check (char_length(name) between 1 and 100),
  url            text not null check (char_length(url) between 10 and 2000),
  names          text[] not null check (cardinality(names) between 1 and 50), -- of the feed
  secret         bytea not null, -- sealed
  old_secret     bytea,          -- sealed; signs beside the new one until old_secret_until
  old_secret_until timestamptz,
  active         boolean not null default true,
  disabled_why   text check (disabled_why in ('by_person', 'failing')),
  failing_since  timestamptz,
  version        integer not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (org_id, id),
  constraint webhooks_disabled_check check (active = (disabled_why is null)),
  constraint webhooks_old_secret_check check ((old_secret is null) = (old_secret_until is null))
);
select tenant_table('webhooks');

-- What is to be told, and how that went. A delivery is one event to one address; it is tried until it is done.
create table webhook_deliveries (
  org_id      uuid not null references orgs (id),
  id          uuid not null,
  webhook_id  uuid not null,
  event_id    uuid, -- null for a ping; the log of events has its own retention: no foreign key
  name        text not null,
  body        text not null check (octet_length(body) <= 65536), -- as it is signed and sent, byte for byte
  status      text not null check (status in ('waiting', 'done', 'failed')),
  attempts    smallint not null default 0,
  next_at     timestamptz, -- of the next attempt, while it waits
  answered    smallint, -- the HTTP status of the last attempt
  error       text check (char_length(error) <= 200), -- why there was none
  answer      text check (char_length(answer) <= 1024), -- its beginning
  took_millis integer,
  created_at  timestamptz not null,
  tried_at    timestamptz,
  primary key (org_id, id),
  constraint webhook_deliveries_webhook_fkey foreign key (org_id, webhook_id) references webhooks (org_id, id) on delete cascade
);
create unique index webhook_deliveries_once on webhook_deliveries (org_id, webhook_id, event_id) where event_id is not null;
create index webhook_deliveries_by_webhook on webhook_deliveries (org_id, webhook_id, id);
create index webhook_deliveries_by_age on webhook_deliveries (created_at);
select tenant_table('webhook_deliveries');
select system_table('webhook_deliveries', 'select, delete'); -- retention
