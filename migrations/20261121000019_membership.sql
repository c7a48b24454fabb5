-- Members are edited, so they have versions; ownership passes by an offer and its acceptance; and one org is the
-- platform's own: through its bot others are founded.

alter table members add column version integer not null default 1;
create index members_by_person on members (org_id, person_id);

create table ownership_offers (
  org_id     uuid not null references orgs (id),
  id         uuid not null,
  from_id    uuid not null, -- the owner who gives it up
  to_id      uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  outcome    text check (outcome in ('accepted', 'withdrawn', 'expired')),
  primary key (org_id, id),
  constraint ownership_offers_settled_check check ((settled_at is null) = (outcome is null)),
  constraint ownership_offers_parties_check check (from_id <> to_id),
  constraint ownership_offers_from_fkey foreign key (org_id, from_id) references members (org_id, id),
  constraint ownership_offers_to_fkey foreign key (org_id, to_id) references members (org_id, id)
);
create unique index ownership_offers_open on ownership_offers (org_id) where settled_at is null; -- one at a time
select tenant_table('ownership_offers', 'select, insert, update');

alter table orgs add column is_platform boolean not null default false;

-- In which orgs somebody works is asked across orgs, by their account.
create index people_by_account on people (account_id);
