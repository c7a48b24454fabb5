//! SQL of what the work has to show: the checklist, photos, materials.

use sqlx::types::Json;

use super::Files;
use crate::{
    Result, TenantTx,
    ids::{FileId, MaterialId, RequestId},
    requests::model::{Attachment, AttachmentKind, Evidence, Material, Stage, WorkStep},
};

/// Position, words, whether it is done.
type Step = (i16, String, bool);
/// Id, name, thousandths, minor units.
type Took = (MaterialId, String, i64, i64);

/// All of it: one trip.
pub(in crate::requests) async fn get(tx: &mut TenantTx, request: RequestId) -> Result<Evidence> {
    let row = sqlx::query!(
        r#"select coalesce((select jsonb_agg(jsonb_build_array(s.position, s.words, s.done_at is not null) order by s.position)
                            from request_steps s where s.org_id = $1 and s.request_id = $2), '[]')
                    as "steps!: Json<Vec<Step>>",
                  coalesce((select jsonb_agg(jsonb_build_array(m.id, m.name, round(m.quantity * 1000)::bigint, m.cost) order by m.id)
                            from request_materials m where m.org_id = $1 and m.request_id = $2), '[]')
                    as "materials!: Json<Vec<Took>>",
                  (select count(*) from attachments f where f.org_id = $1 and f.request_id = $2
                   and f.stage = 'before') as "before!",
                  (select count(*) from attachments f where f.org_id = $1 and f.request_id = $2
                   and f.stage = 'after') as "after!""#,
        tx.org().0,
        request.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Evidence {
        steps: row
            .steps
            .0
            .into_iter()
            .map(|(position, words, is_done)| WorkStep { position, words, is_done })
            .collect(),
        materials: row
            .materials
            .0
            .into_iter()
            .map(|(id, name, quantity, cost)| Material { id, name, quantity, cost })
            .collect(),
        photos_before: row.before,
        photos_after: row.after,
    })
}

/// Turns a step of the checklist over. Returns its words and whether it is done now; none when there is no such step.
pub(in crate::requests) async fn toggle_step(
    tx: &mut TenantTx,
    request: RequestId,
    position: i16,
) -> Result<Option<(String, bool)>> {
    let now = tx.source().now();
    let step = sqlx::query!(
        r#"update request_steps set done_at = case when done_at is null then $4::timestamptz end
           where org_id = $1 and request_id = $2 and position = $3
           returning words, done_at is not null as "is_done!""#,
        tx.org().0,
        request.0,
        position,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(step.map(|step| (step.words, step.is_done)))
}

pub(in crate::requests) async fn insert_material(
    tx: &mut TenantTx,
    request: RequestId,
    name: &str,
    quantity: i64,
    cost: i64,
) -> Result<MaterialId> {
    let (id, now) = (MaterialId(tx.source().id()), tx.source().now());
    sqlx::query!(
        r#"insert into request_materials (org_id, id, request_id, name, quantity, cost, created_at)
           values ($1, $2, $3, $4, $5::bigint / 1000.0, $6, $7)"#,
        tx.org().0,
        id.0,
        request.0,
        name,
        quantity,
        cost,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// What work of this kind took most often within half a year, each as it was noted last: at most `limit`.
pub(in crate::requests) async fn usual_materials(
    tx: &mut TenantTx,
    request: RequestId,
    limit: i64,
) -> Result<Vec<Material>> {
    let now = tx.source().now();
    let usual = sqlx::query_as!(
        Material,
        r#"with mine as (
             select coalesce(c.parent_id, c.id) as kind_id from requests r
             join categories c on c.org_id = r.org_id and c.id = r.category_id where r.org_id = $1 and r.id = $2
           ), took as (
             select lower(m.name) as what, count(*) as often, max(m.id::text)::uuid as last
             from mine
             join categories c on c.org_id = $1 and coalesce(c.parent_id, c.id) = mine.kind_id
             join requests r on r.org_id = c.org_id and r.category_id = c.id
             join request_materials m on m.org_id = r.org_id and m.request_id = r.id
             where m.created_at > $3::timestamptz - interval '180 days'
             group by lower(m.name) order by often desc, what limit $4
           )
           select m.id as "id: MaterialId", m.name, round(m.quantity * 1000)::bigint as "quantity!", m.cost
           from took join request_materials m on m.org_id = $1 and m.id = took.last
           order by took.often desc, took.what"#,
        tx.org().0,
        request.0,
        now,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(usual)
}

/// A material that some work took.
pub(in crate::requests) async fn material(tx: &mut TenantTx, id: MaterialId) -> Result<Option<Material>> {
    let material = sqlx::query_as!(
        Material,
        r#"select id as "id: MaterialId", name, round(quantity * 1000)::bigint as "quantity!", cost
           from request_materials where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(material)
}

/// Takes a material off. Returns its name; none when it is not there.
pub(in crate::requests) async fn delete_material(
    tx: &mut TenantTx,
    request: RequestId,
    id: MaterialId,
) -> Result<Option<String>> {
    let name = sqlx::query_scalar!(
        "delete from request_materials where org_id = $1 and request_id = $2 and id = $3 returning name",
        tx.org().0,
        request.0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(name)
}

/// Keeps photos of the work. A photo that is there already is not kept twice. Returns how many are new.
pub(in crate::requests) async fn insert_photos(
    tx: &mut TenantTx,
    request: RequestId,
    stage: Stage,
    photos: &[Attachment],
) -> Result<u64> {
    let files = Files::of(tx, photos);
    let done = sqlx::query!(
        r#"insert into attachments (org_id, id, request_id, kind, file_id, file_unique_id, stored_id, position, stage)
           select $1, f.id, $2, f.kind, nullif(f.file_id, ''), nullif(f.unique_id, ''), f.stored,
                  f.position + (select count(*) from attachments a where a.org_id = $1 and a.request_id = $2), $3
           from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[]) with ordinality
                as f (id, kind, file_id, unique_id, stored, position)
           where not exists (select 1 from attachments a where a.org_id = $1 and a.request_id = $2 and a.stage = $3
                             and a.file_unique_id = f.unique_id)"#,
        tx.org().0,
        request.0,
        stage as Stage,
        &files.ids,
        &files.kinds as &[AttachmentKind],
        &files.file_ids,
        &files.unique_ids,
        &files.stored as &[Option<uuid::Uuid>],
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The photos of a stage, in their order.
pub(in crate::requests) async fn photos(
    tx: &mut TenantTx,
    request: RequestId,
    stage: Stage,
) -> Result<Vec<Attachment>> {
    let photos = sqlx::query_as!(
        Attachment,
        r#"select kind as "kind: AttachmentKind", coalesce(file_id, '') as "file_id!",
                  coalesce(file_unique_id, '') as "file_unique_id!", stored_id as "stored: FileId" from attachments
           where org_id = $1 and request_id = $2 and stage = $3 order by position"#,
        tx.org().0,
        request.0,
        stage as Stage,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(photos)
}
