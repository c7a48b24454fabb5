-- A list of what few requests are (declined, an emergency) is read from here; without it all requests are looked at.
create index requests_by_status on requests (org_id, status, number desc);
create index requests_pressing on requests (org_id, priority, number desc) where priority in ('low', 'emergency');
