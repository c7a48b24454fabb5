//! SQL of the files of a request.

use crate::{
    Result, TenantTx,
    files::{AttachmentKind, File, FileState},
    ids::{CommentId, FileId, RequestId},
    requests::model::{FileOf, Stage},
};

/// How many there are, wherever they are kept.
pub(in crate::requests) async fn count(tx: &mut TenantTx, request: RequestId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from attachments where org_id = $1 and request_id = $2"#,
        tx.org().0,
        request.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count)
}

/// The request that has taken a file.
pub(in crate::requests) async fn request_of(tx: &mut TenantTx, file: FileId) -> Result<Option<RequestId>> {
    let request = sqlx::query_scalar!(
        r#"select request_id as "request: RequestId" from attachments where org_id = $1 and stored_id = $2"#,
        tx.org().0,
        file.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(request)
}

/// All of them, and whether each is for the staff only.
pub(in crate::requests) async fn files(tx: &mut TenantTx, request: RequestId) -> Result<Vec<(FileOf, bool)>> {
    let rows = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: AttachmentKind", f.state as "state: FileState", f.media_type,
                  f.size, f.sha256, f.name, a.stage as "stage: Stage", a.comment_id as "comment: CommentId",
                  coalesce(c.is_internal, false) as "is_internal!"
           from attachments a
           join files f on f.org_id = a.org_id and f.id = a.stored_id
           left join comments c on c.org_id = a.org_id and c.id = a.comment_id
           where a.org_id = $1 and a.request_id = $2
           order by f.created_at, a.position, f.id"#,
        tx.org().0,
        request.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let file = File {
                id: row.id,
                kind: row.kind,
                state: row.state,
                media_type: row.media_type,
                size: row.size,
                sha256: row.sha256,
                name: row.name,
            };
            (FileOf { file, stage: row.stage, comment: row.comment }, row.is_internal)
        })
        .collect())
}
