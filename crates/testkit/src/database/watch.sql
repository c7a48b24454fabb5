-- In tests the database itself watches that nothing of an org changes without a word in its log: a transaction of the
-- product that changed a row and recorded no event fails when it commits, and names the table. A new table is watched
-- unless it is listed here.

create function watch_told() returns trigger language plpgsql as $$
begin
  perform set_config('watch.told', 'yes', true);
  return null;
end $$;
create trigger watch_told after insert on events for each row execute function watch_told();

-- Deferred: a deed may write first and tell afterwards. What a test prepares as the login role is nobody's deed, and
-- app_system does the chores of the platform.
create function watch_change() returns trigger language plpgsql as $$
begin
  if current_user <> 'app_tenant' or current_setting('watch.told', true) = 'yes' then
    return null;
  end if;
  case tg_op
    when 'INSERT' then
      -- Whoever writes for the first time has done nothing yet.
      if tg_table_name = 'people' then return null; end if;
    when 'UPDATE' then
      -- Parts of an album join the comment that the first of them was recorded as.
      if tg_table_name = 'comments' then return null; end if;
      -- What is merely counted or observed is no deed: versions, the health of a webhook, the topics of a group,
      -- when a program last came.
      if to_jsonb(old) - '{version,updated_at,failing_since,is_forum,last_used_at}'::text[]
       = to_jsonb(new) - '{version,updated_at,failing_since,is_forum,last_used_at}'::text[] then return null; end if;
    else null;
  end case;
  raise exception '% of "%" without an event', lower(tg_op), tg_table_name;
end $$;

do $$
declare
  watched regclass;
begin
  for watched in
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and c.relname not in (
        -- what follows from events, or goes with what has one
        'event_chains', 'event_seals', 'events_unsealed', 'told_events', 'outbox', 'notifications', 'cards',
        'staff_topics', 'staff_boards', 'message_links', 'comment_messages', 'webhook_deliveries', 'alerts', 'alert_messages',
        'resident_messages', 'incident_messages', 'attachments', 'digests', 'warnings', 'warning_messages',
        -- bytes: what takes a file has an event
        'files', 'file_copies',
        -- a file that is being looked at: what comes of it has an event
        'imports', 'import_rows', 'import_changes',
        -- how often something was done, and numbers to give out
        'applied_updates', 'idempotency_keys', 'counters'
      )
    union all select 'orgs'::regclass
  loop
    execute format('create constraint trigger watch_change after insert or update or delete on %s
                    deferrable initially deferred for each row execute function watch_change()', watched);
  end loop;
end $$;
