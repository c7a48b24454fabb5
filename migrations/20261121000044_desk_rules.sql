-- How the desk of an org works by itself: to whom requests are given, and what happens when somebody does not answer.
-- An org without a row has the defaults (domain::assignment::Strategy, domain::timeouts::Timeouts).

create table assignment_rules (
  org_id   uuid primary key references orgs (id),
  strategy text not null check (strategy in ('by_hand', 'in_order', 'evenly', 'by_load_and_skill', 'by_building'))
);
select tenant_table('assignment_rules', 'select, insert, update');

create table request_timeouts ( -- minutes, each
  org_id               uuid    primary key references orgs (id),
  unassigned           integer not null constraint request_timeouts_unassigned_check check (unassigned between 1 and 1440),
  unassigned_emergency integer not null constraint request_timeouts_emergency_check check (unassigned_emergency between 1 and 1440),
  not_accepted         integer not null constraint request_timeouts_not_accepted_check check (not_accepted between 1 and 1440),
  answer_reminder      integer not null constraint request_timeouts_answer_reminder_check check (answer_reminder between 1 and 43200),
  answer_overdue       integer not null constraint request_timeouts_answer_overdue_check check (answer_overdue between 1 and 43200),
  answer_close         integer not null constraint request_timeouts_answer_close_check check (answer_close between 1 and 43200),
  done_reminder        integer not null constraint request_timeouts_done_reminder_check check (done_reminder between 1 and 43200),
  done_accept          integer not null constraint request_timeouts_done_accept_check check (done_accept between 1 and 43200)
);
select tenant_table('request_timeouts', 'select, insert, update');
