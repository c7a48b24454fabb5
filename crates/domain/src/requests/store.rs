//! SQL of requests.

use super::{
    model::{
        Attachment, AttachmentKind, Category, Comment, NewComment, NewRequest, Place, Request, Side, Status, Summary,
    },
    service::Filed,
    visible::Visible,
};
use crate::{
    Error, Result, TenantTx,
    ids::{BuildingId, CommentId, MemberId, PersonId, RequestId, TeamId},
};

/// Takes the next number, writes the request and its attachments: one trip. None when the reporter does not live in
/// the unit; the caller's rollback then gives the number back.
pub(super) async fn insert(tx: &mut TenantTx, reporter: PersonId, new: &NewRequest<'_>) -> Result<Option<Filed>> {
    let (id, now) = (RequestId(tx.source().id()), tx.source().now());
    let (place, latitude, longitude) = match new.place {
        Place::Unit(_) => ("unit", None, None),
        Place::Entrance => ("entrance", None, None),
        Place::Yard => ("yard", None, None),
        Place::Point { latitude, longitude } => ("point", Some(latitude), Some(longitude)),
    };
    let unit = match new.place {
        Place::Unit(unit) => Some(unit),
        _ => new.unit,
    };
    let files = Files::of(tx, new.attachments);
    let number = sqlx::query_scalar!(
        r#"with next as (
             insert into counters (org_id, name, value) values ($1, 'requests', 1)
             on conflict (org_id, name) do update set value = counters.value + 1
             returning value
           ), filed as (
             insert into requests (org_id, id, number, status, category, place, latitude, longitude, words, unit_id,
                                   reporter_id, created_at, updated_at)
             select $1, $2, next.value, 'new', $3, $4, $5, $6, $7, $8, $9, $10, $10 from next
             where $8::uuid is null
                or exists (select 1 from residents where org_id = $1 and unit_id = $8 and person_id = $9 and ended_at is null)
             returning number
           ), kept as (
             insert into attachments (org_id, id, request_id, kind, file_id, file_unique_id, position)
             select $1, f.id, $2, f.kind, f.file_id, f.file_unique_id, f.position
             from filed, unnest($11::uuid[], $12::text[], $13::text[], $14::text[]) with ordinality
                         as f (id, kind, file_id, file_unique_id, position)
           )
           select number from filed"#,
        tx.org().0,
        id.0,
        new.category as Category,
        place,
        latitude,
        longitude,
        new.words,
        unit.map(|unit| unit.0),
        reporter.0,
        now,
        &files.ids,
        &files.kinds as &[AttachmentKind],
        &files.file_ids,
        &files.unique_ids,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(number.map(|number| Filed { id, number }))
}

/// The row of a request with everything that its card shows; `for update of r` when it is about to change.
macro_rules! request {
    ($tx:expr, $id:expr, $lock:literal) => {
        sqlx::query!(
            r#"select r.id as "id: RequestId", r.number, r.status as "status: Status", r.category as "category: Category",
                      r.place, r.latitude, r.longitude, r.words, r.unit_id, b.address as "address?", u.number as "unit?",
                      u.building_id as "building?: BuildingId",
                      exists (select 1 from residents l where l.org_id = r.org_id and l.unit_id = r.unit_id
                              and l.person_id = r.reporter_id and l.state = 'verified') as "verified!",
                      r.reporter_id as "reporter: PersonId", p.name as reporter_name,
                      r.assignee_id as "assignee: MemberId", a.name as "assignee_name?",
                      array(select t.team_id from team_members t
                            where t.org_id = r.org_id and t.member_id = r.assignee_id) as "teams!: Vec<TeamId>",
                      r.rating, r.returns, r.version, r.created_at, r.updated_at,
                      (select count(*) from attachments f
                       where f.org_id = r.org_id and f.request_id = r.id and f.comment_id is null) as "attachments!",
                      (select count(*) from comments c where c.org_id = r.org_id and c.request_id = r.id) as "comments!"
               from requests r
               join people p on p.org_id = r.org_id and p.id = r.reporter_id
               left join units u on u.org_id = r.org_id and u.id = r.unit_id
               left join buildings b on b.org_id = u.org_id and b.id = u.building_id
               left join members m on m.org_id = r.org_id and m.id = r.assignee_id
               left join people a on a.org_id = m.org_id and a.id = m.person_id
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
            category: row.category,
            place: match (row.place.as_str(), row.unit_id, row.latitude, row.longitude) {
                ("unit", Some(unit), ..) => Place::Unit(crate::ids::UnitId(unit)),
                ("point", _, Some(latitude), Some(longitude)) => Place::Point { latitude, longitude },
                ("yard", ..) => Place::Yard,
                _ => Place::Entrance,
            },
            words: row.words,
            home: row.address.zip(row.unit),
            building: row.building,
            verified: row.verified,
            reporter: row.reporter,
            reporter_name: row.reporter_name,
            assignee: row.assignee,
            assignee_name: row.assignee_name,
            teams: row.teams,
            rating: row.rating,
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

pub(super) async fn save_status(
    tx: &mut TenantTx,
    id: RequestId,
    to: Status,
    assignee: Option<MemberId>,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update requests set status = $3, assignee_id = $4, version = version + 1, updated_at = $5
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        to as Status,
        assignee.map(|member| member.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn save_return(tx: &mut TenantTx, id: RequestId, to: Status) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update requests set status = $3, returns = returns + 1, version = version + 1, updated_at = $4
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        to as Status,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn save_rating(tx: &mut TenantTx, id: RequestId, stars: i16) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update requests set rating = $3, version = version + 1, updated_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        stars,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes a comment with its files, and lets the request's version grow: its cards count the words. The next part of
/// an album joins the comment of the first; returns whether the comment is a new one.
pub(super) async fn insert_comment(
    tx: &mut TenantTx,
    author: PersonId,
    new: &NewComment<'_>,
) -> Result<(CommentId, bool)> {
    let (id, now) = (CommentId(tx.source().id()), tx.source().now());
    let files = Files::of(tx, new.attachments);
    let comment = sqlx::query_scalar!(
        r#"with said as (
             insert into comments (org_id, id, request_id, author_id, side, is_question, words, album, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $13, $8)
             on conflict on constraint comments_album_key
               do update set words = left(concat_ws(e'\n', nullif(comments.words, ''), nullif(excluded.words, '')), 8192)
             returning id
           ), kept as (
             insert into attachments (org_id, id, request_id, comment_id, kind, file_id, file_unique_id, position)
             select $1, f.id, $3, said.id, f.kind, f.file_id, f.file_unique_id,
                    f.position + (select count(*) from attachments a where a.org_id = $1 and a.comment_id = said.id)
             from said, unnest($9::uuid[], $10::text[], $11::text[], $12::text[]) with ordinality
                        as f (id, kind, file_id, file_unique_id, position)
           ), grown as (
             update requests set version = version + 1, updated_at = $8 where org_id = $1 and id = $3
           )
           select id as "id: CommentId" from said"#,
        tx.org().0,
        id.0,
        new.request.0,
        author.0,
        new.side as Side,
        new.is_question,
        new.words,
        now,
        &files.ids,
        &files.kinds as &[AttachmentKind],
        &files.file_ids,
        &files.unique_ids,
        new.album,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((comment, comment == id))
}

pub(super) async fn comment(tx: &mut TenantTx, id: CommentId) -> Result<Comment> {
    let comment = sqlx::query_as!(
        Comment,
        r#"select c.id as "id: CommentId", c.request_id as "request: RequestId", r.number, c.side as "side: Side",
                  p.name as author_name, c.is_question, c.words
           from comments c
           join requests r on r.org_id = c.org_id and r.id = c.request_id
           join people p on p.org_id = c.org_id and p.id = c.author_id
           where c.org_id = $1 and c.id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    comment.ok_or(Error::NotFound("comment"))
}

pub(super) async fn has_album(tx: &mut TenantTx, request: RequestId, album: &str) -> Result<bool> {
    let begun = sqlx::query_scalar!(
        r#"select exists (select 1 from comments where org_id = $1 and request_id = $2 and album = $3) as "begun!""#,
        tx.org().0,
        request.0,
        album,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(begun)
}

pub(super) async fn list_own(
    tx: &mut TenantTx,
    reporter: PersonId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Summary>> {
    let rows = sqlx::query_as!(
        Summary,
        r#"select id as "id: RequestId", number, status as "status: Status", category as "category: Category", left(words, 80) as "words!"
           from requests where org_id = $1 and reporter_id = $2 and ($3::bigint is null or number < $3)
           order by number desc limit $4"#,
        tx.org().0,
        reporter.0,
        before,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

/// Those that the actor may see, newest first; `before` is a number to go on from, no `limit` is all of them. The
/// condition says in SQL what [`Visible::covers`] says of one.
pub(super) async fn list(
    tx: &mut TenantTx,
    visible: &Visible,
    is_open: bool,
    before: Option<i64>,
    limit: Option<i64>,
) -> Result<Vec<Summary>> {
    let Visible { read, free } = visible;
    let rows = sqlx::query_as!(
        Summary,
        r#"select r.id as "id: RequestId", r.number, r.status as "status: Status", r.category as "category: Category",
                  left(r.words, 80) as "words!"
           from requests r
           left join units u on u.org_id = r.org_id and u.id = r.unit_id
           where r.org_id = $1
             and ($2 or r.reporter_id = $3 or r.assignee_id = $4 or u.building_id = any($6)
                  or exists (select 1 from team_members t where t.org_id = r.org_id and t.member_id = r.assignee_id
                             and t.team_id = any($5))
                  or (r.assignee_id is null and r.status in ('new', 'returned')
                      and ($7 or u.building_id = any($8))))
             and (not $9 or r.status in ('new', 'in_progress', 'done', 'returned'))
             and ($10::bigint is null or r.number < $10)
           order by r.number desc limit $11"#,
        tx.org().0,
        read.all,
        read.person.map(|person| person.0),
        read.member.map(|member| member.0),
        &read.teams as &[TeamId],
        &read.buildings as &[BuildingId],
        free.all,
        &free.buildings as &[BuildingId],
        is_open,
        before,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

pub(super) async fn attachments(
    tx: &mut TenantTx,
    request: RequestId,
    comment: Option<CommentId>,
) -> Result<Vec<Attachment>> {
    let files = sqlx::query_as!(
        Attachment,
        r#"select kind as "kind: AttachmentKind", file_id, file_unique_id from attachments
           where org_id = $1 and request_id = $2 and comment_id is not distinct from $3 order by position"#,
        tx.org().0,
        request.0,
        comment.map(|comment| comment.0),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(files)
}

/// Attachments as columns, the way PostgreSQL takes many rows in one trip.
struct Files {
    ids: Vec<uuid::Uuid>,
    kinds: Vec<AttachmentKind>,
    file_ids: Vec<String>,
    unique_ids: Vec<String>,
}

impl Files {
    fn of(tx: &TenantTx, attachments: &[Attachment]) -> Self {
        Self {
            ids: attachments.iter().map(|_| tx.source().id()).collect(),
            kinds: attachments.iter().map(|file| file.kind).collect(),
            file_ids: attachments.iter().map(|file| file.file_id.clone()).collect(),
            unique_ids: attachments.iter().map(|file| file.file_unique_id.clone()).collect(),
        }
    }
}
