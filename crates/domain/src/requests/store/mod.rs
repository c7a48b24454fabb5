//! SQL of requests: one of them, read, locked and saved. Filing, lists, the conversation and the evidence of the work
//! have files of their own.

pub(super) mod comments;
pub(super) mod evidence;
pub(super) mod files;
pub(super) mod filing;
pub(super) mod followers;
pub(super) mod history;
pub(super) mod incidents;
pub(super) mod job;
pub(super) mod leaving;
pub(super) mod list;
pub(super) mod rewording;

use super::{
    model::{
        About, Attachment, AttachmentKind, Closing, Incident, IncidentStage, Pause, PauseReason, Place, Request, Slot,
    },
    status::Status,
};
use crate::{
    Error, Result, TenantTx,
    categories::{Names, Priority},
    ids::{BuildingId, CategoryId, MemberId, PersonId, RequestId, TeamId, UnitId},
};

/// The row of a request with everything that its card shows; `for update of r` when it is about to change.
macro_rules! request {
    ($tx:expr, $id:expr, $lock:literal) => {
        sqlx::query!(
            r#"select r.id as "id: RequestId", r.number, r.status as "status: Status", r.priority as "priority: Priority",
                      r.category_id as "category: CategoryId", coalesce(k.id, c.id) as "kind!: CategoryId",
                      coalesce(k.code, c.code) as kind_code, c.icon, c.name_ru, c.name_uz, c.name_en,
                      k.name_ru as "kind_ru?", k.name_uz as "kind_uz?", k.name_en as "kind_en?",
                      coalesce(c.skill, k.skill) as skill, c.photo_before, c.photo_after,
                      coalesce(c.respond_minutes, k.respond_minutes, 120) as "respond_minutes!",
                      coalesce(c.resolve_minutes, k.resolve_minutes, 2880) as "resolve_minutes!",
                      r.place, r.latitude, r.longitude, r.words, r.unit_id, b.address as "address?", u.number as "unit?",
                      r.building_id as "building: BuildingId", e.number as "entrance?", r.slot_from, r.slot_to,
                      exists (select 1 from residents l where l.org_id = r.org_id and l.unit_id = r.unit_id
                              and l.person_id = r.reporter_id and l.state = 'verified') as "verified!",
                      r.reporter_id as "reporter: PersonId", p.name as reporter_name,
                      r.assignee_id as "assignee: MemberId", a.name as "assignee_name?",
                      array(select t.team_id from team_members t
                            where t.org_id = r.org_id and t.member_id = r.assignee_id) as "teams!: Vec<TeamId>",
                      array(select h.member_id from request_helpers h
                            where h.org_id = r.org_id and h.request_id = r.id
                            order by h.created_at, h.member_id) as "helpers!: Vec<MemberId>",
                      (select count(*) from request_followers f
                       where f.org_id = r.org_id and f.request_id = r.id) as "followers!",
                      r.parent_id as "parent: RequestId", r.respond_by, r.due_at, r.stopped_at, r.asked_at,
                      r.assigned_at, r.offered_at, r.taken_at, r.paused_for as "paused_for: PauseReason",
                      r.paused_until, r.done_at, r.ended_at, r.ended_as as "closing: Closing", r.result, r.price,
                      r.price_agreed, r.rating, r.rating_tags, r.rating_words, r.returns, r.version, r.created_at,
                      r.updated_at,
                      (select count(*) from attachments f where f.org_id = r.org_id and f.request_id = r.id
                       and f.comment_id is null and f.stage is null) as "attachments!",
                      (select count(*) from comments c where c.org_id = r.org_id and c.request_id = r.id
                       and not c.is_internal) as "comments!",
                      i.request_id as "incident?", i.declared_at, i.dismissed_at, ie.number as "incident_entrance?",
                      ir.name as "incident_riser?", i.stage as "incident_stage?: IncidentStage",
                      i.words as "incident_words?", i.expected_at,
                      i.accepted_by as "accepted_by?: MemberId", ip.name as "accepted_by_name?"
               from requests r
               join categories c on c.org_id = r.org_id and c.id = r.category_id
               left join categories k on k.org_id = c.org_id and k.id = c.parent_id
               join people p on p.org_id = r.org_id and p.id = r.reporter_id
               left join units u on u.org_id = r.org_id and u.id = r.unit_id
               left join buildings b on b.org_id = r.org_id and b.id = r.building_id
               left join entrances e on e.org_id = r.org_id and e.id = r.entrance_id
               left join members m on m.org_id = r.org_id and m.id = r.assignee_id
               left join people a on a.org_id = m.org_id and a.id = m.person_id
               left join incidents i on i.org_id = r.org_id and i.request_id = r.id
               left join entrances ie on ie.org_id = i.org_id and ie.id = i.entrance_id
               left join risers ir on ir.org_id = i.org_id and ir.id = i.riser_id
               left join members im on im.org_id = i.org_id and im.id = i.accepted_by
               left join people ip on ip.org_id = im.org_id and ip.id = im.person_id
               where r.org_id = $1 and r.id = $2"# + $lock,
            $tx.org().0,
            $id.0,
        )
        .fetch_optional($tx.conn())
        .await?
        .map(|row| Request {
            id: row.id,
            number: row.number,
            status: row.status,
            about: About {
                category: row.category,
                kind: row.kind,
                kind_code: row.kind_code,
                icon: row.icon,
                names: Names { ru: row.name_ru, uz: row.name_uz, en: row.name_en },
                kind_names: match (row.kind_ru, row.kind_uz, row.kind_en) {
                    (Some(ru), Some(uz), Some(en)) => Some(Names { ru, uz, en }),
                    _ => None,
                },
                skill: row.skill,
                photo_before: row.photo_before,
                photo_after: row.photo_after,
                respond_minutes: row.respond_minutes,
                resolve_minutes: row.resolve_minutes,
            },
            priority: row.priority,
            place: match (row.place.as_str(), row.unit_id, row.latitude, row.longitude) {
                ("unit", Some(unit), ..) => Place::Unit(UnitId(unit)),
                ("point", _, Some(latitude), Some(longitude)) => Place::Point { latitude, longitude },
                ("yard", ..) => Place::Yard,
                _ => Place::Entrance,
            },
            words: row.words,
            home: row.address.clone().zip(row.unit),
            building: row.building,
            entrance: row.entrance,
            verified: row.verified,
            slot: row.slot_from.zip(row.slot_to).map(|(from, to)| Slot { from, to }),
            reporter: row.reporter,
            reporter_name: row.reporter_name,
            assignee: row.assignee,
            assignee_name: row.assignee_name,
            teams: row.teams,
            helpers: row.helpers,
            followers: row.followers,
            parent: row.parent,
            incident: row.incident.map(|_| Incident {
                declared_at: row.declared_at,
                dismissed_at: row.dismissed_at,
                address: row.address,
                entrance: row.incident_entrance,
                riser: row.incident_riser,
                stage: row.incident_stage,
                words: row.incident_words,
                expected_at: row.expected_at,
                accepted_by: row.accepted_by,
                accepted_by_name: row.accepted_by_name,
            }),
            respond_by: row.respond_by,
            due_at: row.due_at,
            stopped_at: row.stopped_at,
            asked_at: row.asked_at,
            assigned_at: row.assigned_at,
            offered_at: row.offered_at,
            taken_at: row.taken_at,
            pause: row.paused_for.zip(row.paused_until).map(|(reason, until)| Pause { reason, until }),
            done_at: row.done_at,
            ended_at: row.ended_at,
            closing: row.closing,
            result: row.result,
            price: row.price,
            price_agreed: row.price_agreed,
            rating: row.rating,
            rating_tags: row.rating_tags,
            rating_words: row.rating_words,
            returns: row.returns,
            attachments: row.attachments,
            comments: row.comments,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    };
}

pub(super) async fn get(tx: &mut TenantTx, id: RequestId) -> Result<Request> {
    request!(tx, id, "").ok_or(Error::NotFound("request"))
}

/// The request, and nobody else changes it until this transaction ends.
pub(super) async fn lock(tx: &mut TenantTx, id: RequestId) -> Result<Request> {
    request!(tx, id, " for update of r").ok_or(Error::NotFound("request"))
}

/// Writes everything about a request that a verb may change; its version grows, here and there.
pub(super) async fn save(tx: &mut TenantTx, request: &mut Request) -> Result<()> {
    request.version += 1;
    request.updated_at = tx.source().now();
    sqlx::query!(
        r#"update requests
           set status = $3, category_id = $4, priority = $5, slot_from = $6, slot_to = $7, assignee_id = $8,
               parent_id = $9, respond_by = $10, due_at = $11, stopped_at = $12, asked_at = $13, assigned_at = $14,
               offered_at = $15, taken_at = $16, paused_for = $17, paused_until = $18, done_at = $19, ended_at = $20,
               ended_as = $21, result = $22, price = $23, price_agreed = $24, rating = $25, rating_tags = $26,
               rating_words = $27, returns = $28, version = $29, updated_at = $30
           where org_id = $1 and id = $2"#,
        tx.org().0,
        request.id.0,
        request.status as Status,
        request.about.category.0,
        request.priority as Priority,
        request.slot.map(|slot| slot.from),
        request.slot.map(|slot| slot.to),
        request.assignee.map(|member| member.0),
        request.parent.map(|parent| parent.0),
        request.respond_by,
        request.due_at,
        request.stopped_at,
        request.asked_at,
        request.assigned_at,
        request.offered_at,
        request.taken_at,
        request.pause.map(|pause| pause.reason) as Option<PauseReason>,
        request.pause.map(|pause| pause.until),
        request.done_at,
        request.ended_at,
        request.closing as Option<Closing>,
        request.result,
        request.price,
        request.price_agreed,
        request.rating,
        &request.rating_tags,
        request.rating_words,
        request.returns,
        request.version,
        request.updated_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Attachments as columns, the way PostgreSQL takes many rows in one trip. What was uploaded has no ids of Telegram's: its
/// are empty here and null there.
struct Files {
    ids: Vec<uuid::Uuid>,
    kinds: Vec<AttachmentKind>,
    file_ids: Vec<String>,
    unique_ids: Vec<String>,
    stored: Vec<Option<uuid::Uuid>>,
}

impl Files {
    fn of(tx: &TenantTx, attachments: &[Attachment]) -> Self {
        Self {
            ids: attachments.iter().map(|_| tx.source().id()).collect(),
            kinds: attachments.iter().map(|file| file.kind).collect(),
            file_ids: attachments.iter().map(|file| file.file_id.clone()).collect(),
            unique_ids: attachments.iter().map(|file| file.file_unique_id.clone()).collect(),
            stored: attachments.iter().map(|file| file.stored.map(|id| id.0)).collect(),
        }
    }
}
