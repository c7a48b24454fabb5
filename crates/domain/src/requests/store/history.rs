//! SQL of what happened to a request: its events, with the words of its comments.

use crate::{
    Result, TenantTx,
    ids::{FileId, RequestId},
    requests::model::{Happening, Side},
};

/// The latest `limit` of them, oldest first. `kinds` none: all, also what is internal.
pub(in crate::requests) async fn history(
    tx: &mut TenantTx,
    request: RequestId,
    kinds: Option<&[String]>,
    limit: i64,
) -> Result<Vec<Happening>> {
    let mut rows = sqlx::query_as!(
        Happening,
        r#"select e.id, e.at, e.kind, p.name as "by?", t.name as "to?",
                  coalesce(nullif(c.words, ''), e.data->>'reason', e.data->>'closing', e.data->>'step', e.data->>'name') as words,
                  coalesce(e.data->>'stars', e.data->>'price')::bigint as number,
                  coalesce(e.data->>'is_done', e.data->>'agrees')::boolean as is_yes,
                  c.side as "side?: Side", coalesce(c.is_internal, false) as "is_internal!",
                  coalesce(c.is_question, false) as "is_question!",
                  (select count(*) from attachments f where f.org_id = c.org_id and f.comment_id = c.id) as "files!",
                  array(select f.stored_id from attachments f
                        where f.org_id = c.org_id and f.comment_id = c.id and f.stored_id is not null
                        order by f.position) as "file_ids!: Vec<FileId>"
           from events e
           left join people p on p.org_id = e.org_id and p.id = e.actor_id
           left join comments c on c.org_id = e.org_id and e.kind = 'comment_added' and c.id = (e.data->>'comment')::uuid
           left join members m on m.org_id = e.org_id and e.kind = 'request_assigned' and m.id = (e.data->>'to')::uuid
           left join people t on t.org_id = m.org_id and t.id = m.person_id
           where e.org_id = $1 and e.request_id = $2
             and ($3::text[] is null or (e.kind = any($3) and not coalesce(c.is_internal, false)))
           order by e.id desc limit $4"#,
        tx.org().0,
        request.0,
        kinds,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.reverse();
    Ok(rows)
}
