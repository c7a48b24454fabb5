-- Orgs (the tenants), their bots, and the updates that have had their effect.

create table orgs (
  id               uuid primary key,
  name             text not null check (char_length(name) between 1 and 200),
  time_zone        text not null default 'Asia/Tashkent',
  default_language text not null default 'ru' check (default_language in ('ru', 'uz', 'en')),
  created_at       timestamptz not null
);
alter table orgs enable row level security;
alter table orgs force row level security;
create policy tenant on orgs for all to app_tenant using (id = (select current_org())) with check (id = (select current_org()));
grant select, update on orgs to app_tenant;
select system_table('orgs', 'select, insert');

-- Gap-free numbers of an org: taken in the transaction that uses them, so a rollback gives the number back.
create table counters (
  org_id uuid   not null references orgs (id),
  name   text   not null,
  value  bigint not null default 0,
  primary key (org_id, name)
);
select tenant_table('counters', 'select, insert, update');

create table bots (
  org_id         uuid   not null references orgs (id),
  id             uuid   not null,
  telegram_id    bigint not null constraint bots_telegram_id_key unique, -- one bot serves one org
  username       text   not null,
  token_sealed   bytea  not null, -- AEAD, purpose "bot-token"
  secret_sealed  bytea  not null, -- AEAD, purpose "webhook-secret"
  created_at     timestamptz not null,
  primary key (org_id, id)
);
select tenant_table('bots');
-- An update names its bot, and the bot names the org: the one look-up that has to happen before a tenant is known.
select system_table('bots', 'select, update');

-- An update takes effect once: its row is written in the transaction of the effect.
create table applied_updates (
  org_id     uuid   not null references orgs (id),
  bot_id     uuid   not null,
  update_id  bigint not null,
  applied_at timestamptz not null default now(),
  primary key (org_id, bot_id, update_id),
  foreign key (org_id, bot_id) references bots (org_id, id) on delete cascade
);
create index applied_updates_by_age on applied_updates (applied_at);
select tenant_table('applied_updates', 'select, insert');
select system_table('applied_updates', 'select, delete'); -- retention
