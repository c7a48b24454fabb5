//! SQL of what whoever works on requests sees.

use chrono::{DateTime, Utc};

use crate::{
    Error, Result, TenantTx,
    ids::{MemberId, PersonId, RequestId},
    property::Point,
    requests::model::{Evidence, Job, Part, Turnout},
};

/// What this person sees beside the request. Of a home its entrance is the home's own where the request has none.
pub(in crate::requests) async fn get(
    tx: &mut TenantTx,
    request: RequestId,
    person: PersonId,
    evidence: Evidence,
) -> Result<Job> {
    let row = sqlx::query!(
        r#"select exists (select 1 from members m where m.org_id = r.org_id and m.id = r.assignee_id
                          and m.person_id = $3 and m.removed_at is null) as "has!",
                  exists (select 1 from request_helpers h join members m on m.org_id = h.org_id and m.id = h.member_id
                          where h.org_id = r.org_id and h.request_id = r.id and m.person_id = $3
                            and m.removed_at is null) as "helps!",
                  u.floor as "floor?", e.door_code as "door_code?", b.latitude as "latitude?",
                  b.longitude as "longitude?",
                  (select count(*) from requests o join categories k on k.org_id = o.org_id and k.id = o.category_id
                   where o.org_id = r.org_id and o.building_id = r.building_id
                     and (r.place <> 'unit' or o.unit_id = r.unit_id)
                     and coalesce(k.parent_id, k.id) = coalesce(c.parent_id, c.id)
                     and o.created_at between r.created_at - interval '365 days' and r.created_at) as "times!"
           from requests r
           join categories c on c.org_id = r.org_id and c.id = r.category_id
           left join units u on u.org_id = r.org_id and u.id = r.unit_id
           left join entrances e on e.org_id = r.org_id and e.id = coalesce(r.entrance_id, u.entrance_id)
           left join buildings b on b.org_id = r.org_id and b.id = r.building_id
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        request.0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?
    .ok_or(Error::NotFound("request"))?;
    let part = match (row.has, row.helps) {
        (true, _) => Part::Has,
        (false, true) => Part::Helps,
        (false, false) => Part::Nothing,
    };
    Ok(Job {
        part,
        floor: row.floor,
        door_code: row.door_code.filter(|_| part != Part::Nothing),
        point: row.latitude.zip(row.longitude).map(|(latitude, longitude)| Point { latitude, longitude }),
        times: row.times,
        evidence,
    })
}

pub(in crate::requests) async fn phone(tx: &mut TenantTx, person: PersonId) -> Result<Option<String>> {
    let phone = sqlx::query_scalar!("select phone from people where org_id = $1 and id = $2", tx.org().0, person.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(phone.flatten())
}

/// What a member did within a time. A request counts once, by when it was last completed.
pub(in crate::requests) async fn turnout(
    tx: &mut TenantTx,
    member: MemberId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Turnout> {
    let row = sqlx::query!(
        r#"with done as (
             select r.id, r.rating from requests r
             where r.org_id = $1 and r.assignee_id = $2 and r.done_at >= $3 and r.done_at <= $4
           )
           select (select count(*) from done) as "done!",
                  (select avg(rating)::float8 from done) as rating,
                  (select count(*) from requests r
                   join events e on e.org_id = r.org_id and e.request_id = r.id
                   where r.org_id = $1 and r.assignee_id = $2 and r.returns > 0 and r.updated_at >= $3
                     and e.kind in ('request_returned', 'request_reopened') and e.at >= $3 and e.at <= $4) as "returns!",
                  (select coalesce(sum(m.cost), 0)::bigint from request_materials m
                   join requests r on r.org_id = m.org_id and r.id = m.request_id
                   where m.org_id = $1 and r.assignee_id = $2 and m.created_at >= $3 and m.created_at <= $4)
                    as "materials!""#,
        tx.org().0,
        member.0,
        from,
        to,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Turnout { done: row.done, rating: row.rating, returns: row.returns, materials: row.materials })
}
