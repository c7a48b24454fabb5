//! SQL of sessions: of accounts, wherever they are known, and of the people of one org (`people`).

mod people;

use chrono::{DateTime, Utc};
use platform::secrets::fingerprint;
use secrecy::SecretString;
use sqlx::types::Json;

use super::model::{Caller, EndedWhy, Kind, NewSession, Opened, RACE, Refreshed, Session, Standing, Watched};
use crate::{
    OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Filter, Given, Role, Scope},
    ids::{AccountId, MemberId, PersonId, RoleId, ServiceAccountId, SessionId, TeamId},
    people::Language,
};

pub(super) use people::{end_of_person, end_of_person_one, introduce, known_to, list_of_person};

/// The longest name of a device that is kept, in characters.
const DEVICE_MAX: usize = 200;

/// Opens a session with its first refresh token. A proof that has opened one finds that again, with one more token;
/// none when that one has ended.
pub(super) async fn insert(
    tx: &mut SystemTx,
    new: &NewSession<'_>,
    id: SessionId,
    holder: Option<ServiceAccountId>,
) -> Result<Option<Opened>> {
    let now = tx.source().now();
    let refresh = tx.source().token(32);
    let lasts = new.kind.lifetime();
    let (expires_at, refresh_ends) = (now + lasts.longest, now + lasts.idle.min(lasts.longest));
    let device: String = new.device.chars().filter(|c| !c.is_control()).take(DEVICE_MAX).collect();
    let row = sqlx::query!(
        r#"with known as (
             select exists (select 1 from sessions where account_id = $2 and device = $5 and kind = $3) as device
           ), opened as (
             insert into sessions (id, account_id, kind, home, device, address, created_at, last_seen_at, expires_at, proof, service_id)
             values ($1, $2, $3, $4, $5, $6::text::inet, $7, $7, $8, $9, $12)
             on conflict (proof) do update set last_seen_at = $7
               where sessions.account_id = $2 and sessions.ended_at is null and sessions.expires_at > $7
             returning id, home, expires_at
           ), refreshable as (
             insert into refresh_tokens (hash, session_id, expires_at)
             select $10, id, least(expires_at, $11) from opened returning session_id, expires_at
           )
           select o.id as "id!: SessionId", o.home as "home: OrgId", r.expires_at as "refresh_ends!",
                  (select device from known) as "known!"
           from opened o join refreshable r on r.session_id = o.id"#,
        id.0,
        new.account.0,
        new.kind as Kind,
        new.home.map(|org| org.0),
        device,
        new.address.map(|address| address.to_string()),
        now,
        expires_at,
        new.proof.map(|proof| proof.to_vec()),
        fingerprint(&refresh),
        refresh_ends,
        holder.map(|holder| holder.0),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Opened {
        session: row.id,
        account: new.account,
        kind: new.kind,
        home: row.home,
        refresh: SecretString::from(refresh),
        refresh_ends: row.refresh_ends,
        new_device: row.id == id && !row.known,
        is_new: row.id == id,
    }))
}

/// Uses a refresh token up and gives the next one; or says what is wrong with it. What was used before ends its
/// session, unless that was a moment ago. The token of somebody else's session is none.
pub(super) async fn refresh(tx: &mut SystemTx, token: &str, holder: Option<ServiceAccountId>) -> Result<Refreshed> {
    let holder = holder.map(|holder| holder.0);
    let now = tx.source().now();
    let next = tx.source().token(32);
    let hash = fingerprint(token);
    let lasts = |kind: Kind| kind.lifetime().idle.num_seconds() as f64;
    let row = sqlx::query!(
        r#"with used as (
             update refresh_tokens t set used_at = $2 from sessions s
             where t.hash = $1 and t.used_at is null and t.expires_at > $2
               and s.id = t.session_id and s.ended_at is null and s.expires_at > $2
               and s.service_id is not distinct from $7
             returning s.id, s.account_id, s.kind, s.home,
                       least(s.expires_at, $2 + make_interval(secs => case s.kind when 'mini_app' then $4::float8 when 'console' then $5::float8 else $6::float8 end)) as ends
           ), next as (
             insert into refresh_tokens (hash, session_id, expires_at) select $3, id, ends from used
           ), seen as (
             update sessions s set last_seen_at = $2 from used where s.id = used.id
           )
           select id as "id: SessionId", account_id as "account: AccountId", kind as "kind: Kind", home as "home: OrgId",
                  ends as "ends!" from used"#,
        hash.as_slice(),
        now,
        fingerprint(&next),
        lasts(Kind::MiniApp),
        lasts(Kind::Console),
        lasts(Kind::ThirdParty),
        holder,
    )
    .fetch_optional(tx.conn())
    .await?;
    if let Some(row) = row {
        return Ok(Refreshed::Opened(Opened {
            session: row.id,
            account: row.account,
            kind: row.kind,
            home: row.home,
            refresh: SecretString::from(next),
            refresh_ends: row.ends,
            new_device: false,
            is_new: false,
        }));
    }
    let used = sqlx::query!(
        r#"select s.id as "id: SessionId", s.account_id as "account: AccountId", s.home as "home: OrgId",
                  t.used_at as "used_at!", s.ended_at is null and s.expires_at > $2 as "open!"
           from refresh_tokens t join sessions s on s.id = t.session_id
           where t.hash = $1 and t.used_at is not null and s.service_id is not distinct from $3"#,
        hash.as_slice(),
        now,
        holder,
    )
    .fetch_optional(tx.conn())
    .await?;
    match used {
        Some(used) if used.open && now - used.used_at <= RACE => Ok(Refreshed::Raced),
        Some(used) if used.open => {
            end(tx, used.account, Some(used.id), None, EndedWhy::Reused).await?;
            Ok(Refreshed::Reused { account: used.account, session: used.id, home: used.home })
        }
        _ => Ok(Refreshed::Nothing),
    }
}

/// The session that a refresh token belongs to, used or not.
pub(super) async fn of_refresh(tx: &mut SystemTx, token: &str) -> Result<Option<(AccountId, SessionId)>> {
    let row = sqlx::query!(
        r#"select s.account_id as "account: AccountId", s.id as "id: SessionId"
           from refresh_tokens t join sessions s on s.id = t.session_id where t.hash = $1"#,
        fingerprint(token),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.account, row.id)))
}

/// Who acts through the session in this org: its account's person, with the role, the filter and the teams of their
/// membership in force. Somebody who was a member, and neither lives here nor ever asked for anything, is nobody.
pub(super) async fn caller(tx: &mut TenantTx, session: SessionId) -> Result<Option<Caller>> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select s.account_id as "account!: AccountId", s.kind as "kind!: Kind", p.id as "person: PersonId",
                  p.language as "language: Language", m.id as "member?: MemberId", m.role as "role?: Role",
                  m.filter as "filter?: Json<Filter>", c.id as "custom?: RoleId",
                  c.grants as "grants?: Json<Vec<String>>", o.members_see as "members_see: Scope", o.deleted_at is not null as "org_deleted!",
                  array(select t.team_id from team_members t where t.org_id = m.org_id and t.member_id = m.id
                        order by t.team_id) as "teams!: Vec<TeamId>"
           from session_in_force($2, $3) s
           join people p on p.org_id = $1 and p.account_id = s.account_id
           join orgs o on o.id = p.org_id
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           left join roles c on c.org_id = m.org_id and c.id = m.custom_role_id
           where s.kind <> 'third_party'
             and (m.id is not null
                  or not exists (select from members g where g.org_id = p.org_id and g.person_id = p.id)
                  or exists (select from residents r where r.org_id = p.org_id and r.person_id = p.id and r.ended_at is null)
                  or exists (select from requests q where q.org_id = p.org_id and q.reporter_id = p.id))"#,
        tx.org().0,
        session.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| {
        let person = row.person;
        let actor = match row.member.zip(row.role) {
            None => Actor::Contact { person },
            Some((member, role)) => {
                let given = Given {
                    role,
                    custom: row.custom.zip(row.grants.map(|grants| grants.0)),
                    members_see: row.members_see,
                    filter: row.filter.map(|filter| filter.0).unwrap_or_default(),
                    teams: row.teams,
                };
                Actor::Member { person, member, role, rights: given.rights() }
            }
        };
        Caller { actor, account: row.account, kind: row.kind, language: row.language, org_deleted: row.org_deleted }
    }))
}

/// Where the session of this account was opened, if it goes on.
pub(super) async fn kind(tx: &mut SystemTx, account: AccountId, session: SessionId) -> Result<Option<Kind>> {
    let now = tx.source().now();
    let kind = sqlx::query_scalar!(
        r#"select kind as "kind: Kind" from sessions
           where id = $1 and account_id = $2 and ended_at is null and expires_at > $3"#,
        session.0,
        account.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kind)
}

/// Whether the session of this account goes on.
pub(super) async fn is_open(tx: &mut SystemTx, account: AccountId, session: SessionId) -> Result<bool> {
    let now = tx.source().now();
    let open = sqlx::query_scalar!(
        r#"select exists (select 1 from sessions where id = $1 and account_id = $2 and ended_at is null
                                                   and expires_at > $3) as "open!""#,
        session.0,
        account.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(open)
}

/// A session that is open, as it is read.
struct Row {
    id: SessionId,
    kind: Kind,
    device: String,
    address: Option<String>,
    created_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
}

impl From<Row> for Session {
    fn from(Row { id, kind, device, address, created_at, last_seen_at }: Row) -> Self {
        Self { id, kind, device, address: address.and_then(|address| address.parse().ok()), created_at, last_seen_at }
    }
}

pub(super) async fn list(tx: &mut SystemTx, account: AccountId) -> Result<Vec<Session>> {
    let now = tx.source().now();
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: SessionId", kind as "kind: Kind", device, host(address) as address, created_at, last_seen_at
           from sessions where account_id = $1 and ended_at is null and expires_at > $2 order by created_at desc, id desc"#,
        account.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Ends `only` this one, or all; `except` stays. Returns how many were open.
pub(super) async fn end(
    tx: &mut SystemTx,
    account: AccountId,
    only: Option<SessionId>,
    except: Option<SessionId>,
    why: EndedWhy,
) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"update sessions set ended_at = $4, ended_why = $5
           where account_id = $1 and ended_at is null and expires_at > $4
             and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)"#,
        account.0,
        only.map(|session| session.0),
        except.map(|session| session.0),
        now,
        why as EndedWhy,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(super) async fn of_telegram(tx: &mut SystemTx, telegram_id: i64) -> Result<Option<AccountId>> {
    let account =
        sqlx::query_scalar!(r#"select id as "id: AccountId" from accounts where telegram_id = $1"#, telegram_id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(account)
}

/// Ends a session that a program holds. Returns whether it was open.
pub(super) async fn end_held(
    tx: &mut SystemTx,
    holder: ServiceAccountId,
    session: SessionId,
    why: EndedWhy,
) -> Result<bool> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"update sessions set ended_at = $3, ended_why = $4
           where id = $1 and service_id = $2 and ended_at is null and expires_at > $3"#,
        session.0,
        holder.0,
        now,
        why as EndedWhy,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The orgs that know an account, those that it works for first, the latest first.
pub(super) async fn orgs(tx: &mut SystemTx, account: AccountId) -> Result<Vec<OrgId>> {
    let orgs = sqlx::query_scalar!(
        r#"select p.org_id as "org: OrgId" from people p
           join orgs o on o.id = p.org_id and o.deleted_at is null
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           where p.account_id = $1 order by m.id is null, coalesce(m.created_at, p.created_at) desc, p.org_id"#,
        account.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(orgs)
}

/// Forgets sessions that ended, or expired, before. Their refresh tokens go with them.
pub(super) async fn forget(tx: &mut SystemTx, before: DateTime<Utc>) -> Result<u64> {
    let done = sqlx::query!("delete from sessions where coalesce(ended_at, expires_at) < $1", before)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected())
}

pub(super) async fn standing(tx: &mut SystemTx, watched: &[Watched]) -> Result<Vec<Standing>> {
    let now = tx.source().now();
    let (sessions, orgs): (Vec<_>, Vec<_>) = watched.iter().map(|it| (it.session.0, it.org.0)).unzip();
    let rows = sqlx::query!(
        r#"select w.session as "session!", w.org as "org!", s.id is not null as "open!",
                  p.id is not null and o.id is not null as "known!", m.id as "member?: MemberId"
           from unnest($1::uuid[], $2::uuid[]) as w (session, org)
           left join sessions s on s.id = w.session and s.ended_at is null and s.expires_at > $3
           left join orgs o on o.id = w.org and o.deleted_at is null
           left join people p on p.org_id = w.org and p.account_id = s.account_id
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null"#,
        &sessions,
        &orgs,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    let standing = rows.into_iter().map(|row| Standing {
        of: Watched { session: SessionId(row.session), org: OrgId(row.org) },
        open: row.open,
        known: row.known,
        member: row.member,
    });
    Ok(standing.collect())
}
