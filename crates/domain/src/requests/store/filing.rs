//! SQL of filing: what is asked before, and the one statement that files.

use super::Files;
use crate::{
    Result, TenantTx,
    categories::{Names, PlaceKind, Priority},
    ids::{BuildingId, CategoryId, PersonId, RequestId, UnitId},
    requests::{
        model::{ALIKE_WITHIN, AttachmentKind, NewRequest, Place, Summary},
        service::Filed,
        status::Status,
    },
};

/// What has to be known before a request is filed.
pub(in crate::requests) struct Facts {
    /// How urgent such a thing is.
    pub priority: Priority,
    /// Minutes until somebody should have taken it.
    pub respond_minutes: i32,
    /// Minutes until it should be done.
    pub resolve_minutes: i32,
    /// Where such a thing can be.
    pub places: Vec<PlaceKind>,
    /// Whether it is no longer offered.
    pub archived: bool,
    /// Whether the reporter is at home in the unit; true without one.
    pub lives_there: bool,
    /// How many requests the reporter has filed within the last 24 hours.
    pub filed: i64,
    /// How many of them are open, about the same, at the same place.
    pub equal: i64,
}

/// One trip; none when there is no such category.
pub(in crate::requests) async fn facts(
    tx: &mut TenantTx,
    reporter: PersonId,
    category: CategoryId,
    unit: Option<UnitId>,
    place: &Place,
) -> Result<Option<Facts>> {
    let since = tx.source().now() - ALIKE_WITHIN;
    let facts = sqlx::query_as!(
        Facts,
        r#"select c.priority as "priority: Priority",
                  coalesce(c.respond_minutes, k.respond_minutes, 120) as "respond_minutes!",
                  coalesce(c.resolve_minutes, k.resolve_minutes, 2880) as "resolve_minutes!",
                  c.places as "places: Vec<PlaceKind>",
                  (c.archived_at is not null or k.archived_at is not null) as "archived!",
                  ($3::uuid is null or exists (select 1 from residents l
                   where l.org_id = $1 and l.unit_id = $3 and l.person_id = $4 and l.ended_at is null)) as "lives_there!",
                  (select count(*) from requests r
                   where r.org_id = $1 and r.reporter_id = $4 and r.created_at > $5) as "filed!",
                  (select count(*) from requests r
                   where r.org_id = $1 and r.reporter_id = $4 and r.category_id = $2 and r.created_at > $5
                     and r.place = $6 and r.unit_id is not distinct from $3
                     and r.status not in ('closed', 'cancelled', 'declined')) as "equal!"
           from categories c left join categories k on k.org_id = c.org_id and k.id = c.parent_id
           where c.org_id = $1 and c.id = $2"#,
        tx.org().0,
        category.0,
        unit.map(|unit| unit.0),
        reporter.0,
        since,
        code(place),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(facts)
}

/// When a request should have been taken, and done.
pub(in crate::requests) struct Deadlines {
    pub respond_by: chrono::DateTime<chrono::Utc>,
    pub due_at: chrono::DateTime<chrono::Utc>,
}

/// Takes the next number, writes the request, its attachments and the checklist of its category: one trip.
pub(in crate::requests) async fn insert(
    tx: &mut TenantTx,
    reporter: PersonId,
    new: &NewRequest<'_>,
    priority: Priority,
    deadlines: &Deadlines,
) -> Result<Filed> {
    let (id, now) = (RequestId(tx.source().id()), tx.source().now());
    let (latitude, longitude) = match new.place {
        Place::Point { latitude, longitude } => (Some(latitude), Some(longitude)),
        _ => (None, None),
    };
    let files = Files::of(tx, new.attachments);
    let number = sqlx::query_scalar!(
        r#"with next as (
             insert into counters (org_id, name, value) values ($1, 'requests', 1)
             on conflict (org_id, name) do update set value = counters.value + 1
             returning value
           ), filed as (
             insert into requests (org_id, id, number, status, category_id, priority, place, latitude, longitude, words,
                                   unit_id, building_id, entrance_id, slot_from, slot_to, reporter_id, respond_by, due_at,
                                   created_at, updated_at)
             select $1, $2, next.value, 'new', $3, $4, $5, $6, $7, $8, $9, u.building_id, u.entrance_id, $10, $11, $12, $13,
                    $14, $15, $15
             from next left join units u on u.org_id = $1 and u.id = $9
             returning number
           ), kept as (
             insert into attachments (org_id, id, request_id, kind, file_id, file_unique_id, stored_id, position)
             select $1, f.id, $2, f.kind, nullif(f.file_id, ''), nullif(f.file_unique_id, ''), f.stored, f.position
             from filed, unnest($16::uuid[], $17::text[], $18::text[], $19::text[], $20::uuid[]) with ordinality
                         as f (id, kind, file_id, file_unique_id, stored, position)
           ), steps as (
             insert into request_steps (org_id, request_id, position, words)
             select $1, $2, s.nth - 1, s.words
             from filed, categories c, unnest(c.checklist) with ordinality as s (words, nth)
             where c.org_id = $1 and c.id = $3
           )
           select number from filed"#,
        tx.org().0,
        id.0,
        new.category.0,
        priority as Priority,
        code(&new.place),
        latitude,
        longitude,
        new.words,
        new.unit().map(|unit| unit.0),
        new.slot.map(|slot| slot.from),
        new.slot.map(|slot| slot.to),
        reporter.0,
        deadlines.respond_by,
        deadlines.due_at,
        now,
        &files.ids,
        &files.kinds as &[AttachmentKind],
        &files.file_ids,
        &files.unique_ids,
        &files.stored as &[Option<uuid::Uuid>],
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Filed { id, number })
}

/// The newest open request of a neighbour that may be the same: about the same, in the same building, within the last
/// 24 hours, not inside somebody's unit unless a whole house may have it.
pub(in crate::requests) async fn alike(
    tx: &mut TenantTx,
    person: PersonId,
    category: CategoryId,
    building: BuildingId,
) -> Result<Option<Summary>> {
    let since = tx.source().now() - ALIKE_WITHIN;
    let found = sqlx::query!(
        r#"select r.id as "id: RequestId", r.number, r.status as "status: Status", r.priority as "priority: Priority",
                  c.icon, c.name_ru, c.name_uz, c.name_en, left(r.words, 80) as "words!",
                  b.address as "address?", u.number as "unit?", a.name as "assignee_name?", r.created_at, r.due_at,
                  r.stopped_at
           from requests r
           join categories c on c.org_id = r.org_id and c.id = r.category_id
           left join buildings b on b.org_id = r.org_id and b.id = r.building_id
           left join units u on u.org_id = r.org_id and u.id = r.unit_id
           left join members m on m.org_id = r.org_id and m.id = r.assignee_id
           left join people a on a.org_id = m.org_id and a.id = m.person_id
           where r.org_id = $1 and r.building_id = $2 and r.category_id = $3 and r.created_at > $4
             and r.status not in ('closed', 'cancelled', 'declined') and r.parent_id is null
             and (c.shared or r.place in ('entrance', 'yard')) and r.reporter_id <> $5
             and not exists (select 1 from request_followers f
                             where f.org_id = r.org_id and f.request_id = r.id and f.person_id = $5)
           order by r.created_at desc limit 1"#,
        tx.org().0,
        building.0,
        category.0,
        since,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|row| Summary {
        id: row.id,
        number: row.number,
        status: row.status,
        priority: row.priority,
        icon: row.icon,
        names: Names { ru: row.name_ru, uz: row.name_uz, en: row.name_en },
        words: row.words,
        address: row.address,
        unit: row.unit,
        assignee_name: row.assignee_name,
        created_at: row.created_at,
        due_at: row.due_at,
        stopped_at: row.stopped_at,
    }))
}

/// The building of a unit in which the person lives.
pub(in crate::requests) async fn home_building(
    tx: &mut TenantTx,
    person: PersonId,
    unit: UnitId,
) -> Result<Option<BuildingId>> {
    let building = sqlx::query_scalar!(
        r#"select u.building_id as "building: BuildingId"
           from units u join residents l on l.org_id = u.org_id and l.unit_id = u.id and l.person_id = $3 and l.ended_at is null
           where u.org_id = $1 and u.id = $2"#,
        tx.org().0,
        unit.0,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(building)
}

fn code(place: &Place) -> &'static str {
    match place {
        Place::Unit(_) => "unit",
        Place::Entrance => "entrance",
        Place::Yard => "yard",
        Place::Point { .. } => "point",
    }
}
