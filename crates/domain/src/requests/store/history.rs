//! SQL of what happened to a request: its events, with the words of its comments.

use crate::{
    Result, TenantTx,
    ids::{CommentId, FileId, PersonId, RequestId},
    requests::model::{Happening, Side, TAKE_BACK_WITHIN},
};

/// The latest `limit` of them, oldest first. `kinds` none: all, also what is internal.
pub(in crate::requests) async fn history(
    tx: &mut TenantTx,
    request: RequestId,
    kinds: Option<&[String]>,
    reader: Option<PersonId>,
    limit: i64,
) -> Result<Vec<Happening>> {
    let since = tx.source().now() - TAKE_BACK_WITHIN;
    let mut rows = sqlx::query_as!(
        Happening,
        r#"select e.id, e.at, e.kind, p.name as "by?", t.name as "to?",
                  coalesce(case e.kind when 'comment_edited' then e.data->>'was' when 'comment_deleted' then null
                                       else nullif(c.words, '') end, n.words, e.data->>'reason', e.data->>'closing', e.data->>'step', e.data->>'name') as words,
                  coalesce(e.data->>'stars', e.data->>'price')::bigint as number,
                  coalesce(e.data->>'is_done', e.data->>'agrees')::boolean as is_yes,
                  c.side as "side?: Side", coalesce(c.is_internal, false) as "is_internal!",
                  coalesce(c.is_question, false) as "is_question!",
                  (select count(*) from attachments f where f.org_id = c.org_id and f.comment_id = c.id) as "files!",
                  array(select f.stored_id from attachments f
                        where f.org_id = c.org_id and f.comment_id = c.id and f.stored_id is not null
                        order by f.position) as "file_ids!: Vec<FileId>",
                  c.id as "comment?: CommentId", coalesce(c.edited_at is not null, false) as "is_edited!",
                  coalesce(c.deleted_at is not null, false) as "is_deleted!",
                  coalesce(e.kind = 'comment_added' and c.author_id = $5 and c.deleted_at is null and c.created_at >= $6, false)
                    as "is_open!"
           from events e
           left join people p on p.org_id = e.org_id and p.id = e.actor_id
           left join comments c on c.org_id = e.org_id
             and c.id = case when e.kind in ('comment_added', 'comment_edited', 'comment_deleted') then (e.data->>'comment')::uuid end
           left join incident_news n on n.org_id = e.org_id
             and n.id = case when e.kind = 'incident_told' then (e.data->>'news')::uuid end
           left join members m on m.org_id = e.org_id and m.id = case when e.kind = 'request_assigned' then (e.data->>'to')::uuid end
           left join people t on t.org_id = m.org_id and t.id = m.person_id
           where e.org_id = $1 and e.request_id = $2
             and ($3::text[] is null or (e.kind = any($3) and not coalesce(c.is_internal, false) and c.deleted_at is null))
           order by e.id desc limit $4"#,
        tx.org().0,
        request.0,
        kinds,
        limit,
        reader.map(|reader| reader.0),
        since,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.reverse();
    Ok(rows)
}
