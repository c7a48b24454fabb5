//! SQL of the morning's digest.

use chrono::NaiveDate;

use crate::{Result, TenantTx, ids::PersonId};

/// Writes down whose digest is due now, and forgets those of long ago. Whoever writes a row first sends it.
pub(in crate::notifications) async fn due_digests(tx: &mut TenantTx) -> Result<Vec<(PersonId, NaiveDate)>> {
    let now = tx.source().now();
    let rows = sqlx::query!(
        r#"with forgotten as (
             delete from digests where org_id = $1 and created_at < $2::timestamptz - interval '30 days'
           ), local as (
             select m.person_id, $2::timestamptz at time zone coalesce(q.time_zone, o.time_zone) as now
             from members m
             join orgs o on o.id = m.org_id and o.deleted_at is null and not o.is_platform
             join people p on p.org_id = m.org_id and p.id = m.person_id
               and p.telegram_id is not null and p.unreachable_at is null
             left join quiet_hours q on q.org_id = m.org_id and q.person_id = m.person_id
             left join notification_preferences n on n.org_id = m.org_id and n.person_id = m.person_id and n.subject = 'digest'
             where m.org_id = $1 and m.removed_at is null and m.role in ('owner', 'manager')
               and coalesce(n.level, 'all') <> 'none'
           )
           insert into digests (org_id, person_id, day, created_at)
           select $1, l.person_id, l.now::date, $2 from local l
           where extract(isodow from l.now) < 6 and l.now::time >= time '08:30' and l.now::time < time '12:00'
           on conflict do nothing
           returning person_id as "person: PersonId", day"#,
        tx.org().0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.day)).collect())
}
