//! SQL of the reports.

use chrono::{DateTime, Utc};

use crate::{
    Result, TenantTx,
    audit::reports::{Activity, SecurityDay},
    ids::PersonId,
};

pub(in crate::audit) async fn security(
    tx: &mut TenantTx,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<SecurityDay>> {
    let rows = sqlx::query_as!(
        SecurityDay,
        r#"select d.day as "day!", d.person as "person: PersonId", p.name as "name?",
                  count(*) filter (where d.kind = 'signed_in') as "sign_ins!",
                  count(*) filter (where d.kind = 'signed_in' and (d.data -> 'new_device')::boolean) as "new_devices!",
                  count(*) filter (where d.kind = 'sign_in_failed') as "failures!",
                  count(*) filter (where d.kind = 'exported') as "exports!",
                  coalesce(sum((d.data ->> 'rows')::bigint) filter (where d.kind = 'exported'), 0)::bigint as "rows_exported!",
                  count(*) filter (where d.kind in ('role_changed', 'custom_role_given', 'member_added')) as "role_changes!",
                  count(*) filter (where d.kind = 'sessions_ended') as "sessions_ended!"
           from (
             select (e.at at time zone o.time_zone)::date as day, e.kind, e.data,
                    case when e.subject_kind = 'person' then e.subject_id else e.actor_id end as person
             from events e join orgs o on o.id = e.org_id
             where e.org_id = $1 and e.id >= event_floor($2) and e.id < event_floor($3)
               and e.kind in ('signed_in', 'sign_in_failed', 'exported', 'role_changed', 'custom_role_given',
                              'member_added', 'sessions_ended')
           ) d
           left join people p on p.org_id = $1 and p.id = d.person
           group by d.day, d.person, p.name order by d.day desc, p.name, d.person limit 5000"#,
        tx.org().0,
        from,
        to,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

pub(in crate::audit) async fn activity(
    tx: &mut TenantTx,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Activity>> {
    let rows = sqlx::query_as!(
        Activity,
        r#"select e.actor_id as "person!: PersonId", p.name, count(*) as "events!",
                  count(distinct (e.at at time zone o.time_zone)::date) as "days!", max(e.at) as "last_at!",
                  array_agg(distinct e.surface order by e.surface) as "surfaces!"
           from events e
           join orgs o on o.id = e.org_id
           join people p on p.org_id = e.org_id and p.id = e.actor_id
           where e.org_id = $1 and e.id >= event_floor($2) and e.id < event_floor($3)
           group by e.actor_id, p.name order by count(*) desc, e.actor_id limit 1000"#,
        tx.org().0,
        from,
        to,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}
