-- What a report of some days looks at: what came in them, and what ended in them.

create index requests_by_age on requests (org_id, created_at);
create index requests_by_end on requests (org_id, ended_at) where ended_at is not null;
