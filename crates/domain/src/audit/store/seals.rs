//! SQL of the seals.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    audit::{
        chain::{Hash, Row},
        sealing::Head,
    },
    ids::EventId,
};

/// One seal of a chain.
pub(in crate::audit) struct Seal {
    pub seq: i64,
    pub event: EventId,
    pub digest: Hash,
    pub hash: Hash,
}

/// A seal with the event that it is about, as far as that is there.
pub(in crate::audit) struct Link {
    pub seal: Seal,
    pub row: Option<Row>,
}

/// Where an org's chain begins and stands.
pub(in crate::audit) struct Chain {
    pub anchor: Head,
    pub head: Head,
    pub dropped_before: Option<EventId>,
}

pub(in crate::audit) async fn orgs_unsealed(tx: &mut SystemTx) -> Result<Vec<OrgId>> {
    let orgs = sqlx::query_scalar!(r#"select distinct org_id as "org: OrgId" from events_unsealed"#)
        .fetch_all(tx.conn())
        .await?;
    Ok(orgs)
}

/// The chain's head, locked; none when another process has it.
pub(in crate::audit) async fn lock_chain(tx: &mut SystemTx, org: OrgId) -> Result<Option<Head>> {
    sqlx::query!("insert into event_chains (org_id) values ($1) on conflict do nothing", org.0)
        .execute(tx.conn())
        .await?;
    let row = sqlx::query!("select seq, hash from event_chains where org_id = $1 for update skip locked", org.0)
        .fetch_optional(tx.conn())
        .await?;
    row.map(|row| Head::read(row.seq, &row.hash)).transpose()
}

pub(in crate::audit) async fn unsealed(tx: &mut SystemTx, org: OrgId, limit: i64) -> Result<Vec<Row>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select e.org_id as "org: OrgId", e.id as "id: EventId", e.at, e.actor_kind, e.actor_id, e.service_id,
                  e.on_behalf_of, e.surface, e.address::text, e.session_id, e.kind, e.subject_kind, e.subject_id,
                  e.request_id, e.changes::text, e.data::text as "data!"
           from events_unsealed u join events e on e.org_id = u.org_id and e.id = u.event_id
           where u.org_id = $1 order by u.event_id limit $2"#,
        org.0,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows)
}

/// Adds the seals to the chain, whose head the last of them becomes; what they are about waits no longer.
pub(in crate::audit) async fn save_seals(tx: &mut SystemTx, org: OrgId, seals: &[Seal]) -> Result<()> {
    let Some(last) = seals.last() else { return Ok(()) };
    let seqs: Vec<i64> = seals.iter().map(|seal| seal.seq).collect();
    let events: Vec<Uuid> = seals.iter().map(|seal| seal.event.0).collect();
    let digests: Vec<Vec<u8>> = seals.iter().map(|seal| seal.digest.0.to_vec()).collect();
    let hashes: Vec<Vec<u8>> = seals.iter().map(|seal| seal.hash.0.to_vec()).collect();
    sqlx::query!(
        r#"with sealed as (
             insert into event_seals (org_id, seq, event_id, digest, hash)
             select $1, s.seq, s.event_id, s.digest, s.hash
             from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[]) as s (seq, event_id, digest, hash)
           ), done as (
             delete from events_unsealed where org_id = $1 and event_id = any ($3)
           )
           update event_chains set seq = $6, hash = $7 where org_id = $1"#,
        org.0,
        &seqs,
        &events,
        &digests,
        &hashes,
        last.seq,
        &last.hash.0[..],
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::audit) async fn heads(tx: &mut SystemTx) -> Result<Vec<(OrgId, Head)>> {
    let rows = sqlx::query!(r#"select org_id as "org: OrgId", seq, hash from event_chains order by org_id"#)
        .fetch_all(tx.conn())
        .await?;
    rows.into_iter().map(|row| Ok((row.org, Head::read(row.seq, &row.hash)?))).collect()
}

/// Keeps retention from dropping months until the transaction ends.
pub(in crate::audit) async fn hold_log(tx: &mut TenantTx) -> Result<()> {
    sqlx::query!("lock table events in access share mode").execute(tx.conn()).await?;
    Ok(())
}

pub(in crate::audit) async fn chain(tx: &mut TenantTx) -> Result<Chain> {
    let row = sqlx::query!(
        r#"select seq, hash, anchor_seq, anchor_hash, dropped_before as "dropped_before: EventId"
           from event_chains where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        let start = Head { seq: 0, hash: Hash::START };
        return Ok(Chain { anchor: start, head: start, dropped_before: None });
    };
    Ok(Chain {
        anchor: Head::read(row.anchor_seq, &row.anchor_hash)?,
        head: Head::read(row.seq, &row.hash)?,
        dropped_before: row.dropped_before,
    })
}

pub(in crate::audit) async fn waiting(tx: &mut TenantTx) -> Result<i64> {
    let waiting =
        sqlx::query_scalar!(r#"select count(*) as "count!" from events_unsealed where org_id = $1"#, tx.org().0)
            .fetch_one(tx.conn())
            .await?;
    Ok(waiting)
}

/// The seals after one number and up to another, each with its event.
pub(in crate::audit) async fn seals_after(tx: &mut TenantTx, after: i64, upto: i64, limit: i64) -> Result<Vec<Link>> {
    let rows = sqlx::query!(
        r#"select s.seq, s.event_id as "event: EventId", s.digest, s.hash,
                  e.id as "id?: EventId", e.at as "at?: DateTime<Utc>", e.actor_kind as "actor_kind?", e.actor_id as "actor_id?",
                  e.service_id as "service_id?", e.on_behalf_of as "on_behalf_of?", e.surface as "surface?",
                  e.address::text, e.session_id as "session_id?", e.kind as "kind?", e.subject_kind as "subject_kind?",
                  e.subject_id as "subject_id?", e.request_id as "request_id?", e.changes::text, e.data::text
           from event_seals s left join events e on e.org_id = s.org_id and e.id = s.event_id
           where s.org_id = $1 and s.seq > $2 and s.seq <= $3 order by s.seq limit $4"#,
        tx.org().0,
        after,
        upto,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    let org = tx.org();
    let hash = |bytes: &[u8]| Hash::from_slice(bytes).ok_or_else(|| Error::Internal("a hash of another length".into()));
    rows.into_iter()
        .map(|row| {
            let seal = Seal { seq: row.seq, event: row.event, digest: hash(&row.digest)?, hash: hash(&row.hash)? };
            let row = match (row.id, row.at, row.actor_kind, row.surface, row.kind, row.data) {
                (Some(id), Some(at), Some(actor_kind), Some(surface), Some(kind), Some(data)) => Some(Row {
                    org,
                    id,
                    at,
                    actor_kind,
                    actor_id: row.actor_id,
                    service_id: row.service_id,
                    on_behalf_of: row.on_behalf_of,
                    surface,
                    address: row.address,
                    session_id: row.session_id,
                    kind,
                    subject_kind: row.subject_kind,
                    subject_id: row.subject_id,
                    request_id: row.request_id,
                    changes: row.changes,
                    data,
                }),
                _ => None,
            };
            Ok(Link { seal, row })
        })
        .collect()
}

/// An event that waited for its seal and is gone.
pub(in crate::audit) async fn deleted_unsealed(tx: &mut TenantTx) -> Result<Option<EventId>> {
    let event = sqlx::query_scalar!(
        r#"select u.event_id as "event: EventId" from events_unsealed u
           where u.org_id = $1 and not exists (select 1 from events e where e.org_id = u.org_id and e.id = u.event_id)
           order by u.event_id limit 1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(event)
}

/// A stretch of the log, by id.
pub(in crate::audit) struct Stretch {
    pub last: EventId,
    /// The first event in it that has no seal and does not wait for one.
    pub foreign: Option<EventId>,
}

/// The next stretch of the log after an id; none at its end.
pub(in crate::audit) async fn foreign_after(tx: &mut TenantTx, after: EventId, limit: i64) -> Result<Option<Stretch>> {
    let row = sqlx::query!(
        r#"with stretch as materialized (select id from events where org_id = $1 and id > $2 order by id limit $3)
           select (select id from stretch order by id desc limit 1) as "last: EventId",
                  (select t.id from stretch t
                   where not exists (select 1 from event_seals s where s.org_id = $1 and s.event_id = t.id)
                     and not exists (select 1 from events_unsealed u where u.org_id = $1 and u.event_id = t.id)
                   order by t.id limit 1) as "foreign: EventId""#,
        tx.org().0,
        after.0,
        limit,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(row.last.map(|last| Stretch { last, foreign: row.foreign }))
}
