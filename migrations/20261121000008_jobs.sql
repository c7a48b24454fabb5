-- Enqueues a job in the caller's transaction. The org comes from the transaction, never from the caller's words,
-- and the caller needs no right on the queue itself. The queue's own tables are made by the job library.
create function enqueue_job(task text, payload jsonb, run_at timestamptz default null, max_attempts integer default 12,
                            job_key text default null)
  returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare org uuid := public.current_org();
begin
  if org is null then raise exception 'enqueue_job outside a tenant transaction'; end if;
  perform jobs.add_job(task, (payload || jsonb_build_object('org_id', org))::json, null, run_at, max_attempts,
                       case when job_key is null then null else org::text || ':' || job_key end);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to app_tenant;
