//! The SQL of each deed alone: no rights are looked at, no row security, no limits; a pool as large as Kontora's.
//!
//! The statements are those of `crates/domain`: two lists, an edit in a transaction (lock, write, event), a session with
//! its refresh token and its event.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use platform::passwords;
use secrecy::SecretString;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;

use super::{
    deed::Deed,
    ground::{Ground, PASSWORD, Person},
    play::Played,
    until,
};

/// As many connections as Kontora has.
const CONNECTIONS: u32 = 20;

const LOG: &str = "
select e.id, e.at, e.actor_kind, e.actor_id, p.name, e.service_id, e.on_behalf_of, e.surface, host(e.address), e.session_id,
       e.kind, e.subject_kind, e.subject_id, e.changes, e.data
from events e left join people p on p.org_id = e.org_id and p.id = e.actor_id
where e.org_id = $1 order by e.id desc limit 51";

const TEAMS: &str = "
select t.id, t.name, t.version, t.created_at, t.updated_at,
       array(select m.id from team_members i
             join members m on m.org_id = i.org_id and m.id = i.member_id and m.removed_at is null
             join people p on p.org_id = m.org_id and p.id = m.person_id
             where i.org_id = t.org_id and i.team_id = t.id order by p.name, m.id)
from teams t where t.org_id = $1 order by lower(t.name), t.id";

const LOCK: &str = "select name, version from teams where org_id = $1 and id = $2 for update";
const EDIT: &str = "
update teams set name = $3, version = version + 1, updated_at = now() where org_id = $1 and id = $2";
const EVENT: &str = "
insert into events (org_id, id, at, actor_kind, surface, kind, data)
values ($1, $2, now(), 'system', 'console', $3, $4)";
const SESSION: &str = "
with opened as (
  insert into sessions (id, account_id, kind, home, device, created_at, last_seen_at, expires_at)
  values ($1, $2, 'mini_app', $3, 'bench', now(), now(), now() + interval '1 day') returning id
)
insert into refresh_tokens (hash, session_id, expires_at) select $4, id, now() + interval '1 day' from opened";

/// The database, past everything of ours.
pub(super) struct Sql<'a> {
    #[allow(clippy::disallowed_types, reason = "what is measured is sqlx with nothing around it")]
    pool: sqlx::Pool<sqlx::Postgres>,
    ground: &'a Ground,
    at_once: usize,
}

impl<'a> Sql<'a> {
    /// Opens the pool.
    pub(super) async fn connect(ground: &'a Ground, at_once: usize) -> Result<Self> {
        let options = PgPoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
        let pool = options.connect(&ground.site.database_url).await?;
        Ok(Self { pool, ground, at_once })
    }

    /// As many as there are connections to Kontora do `deed` for so long.
    pub(super) async fn play(&self, deed: Deed, people: &[Person], long: Duration) -> Result<Played> {
        let (began, ends) = (Instant::now(), until(long));
        let turns = people.iter().take(self.at_once).map(|person| async move {
            let mut times = vec![];
            while Instant::now() < ends {
                let asked = Instant::now();
                self.once(deed, person).await?;
                times.push(asked.elapsed());
            }
            anyhow::Ok(times)
        });
        let times = futures::future::try_join_all(turns).await?.concat();
        Ok(Played { times, wall: began.elapsed() })
    }

    async fn once(&self, deed: Deed, person: &Person) -> Result<()> {
        let org = self.ground.office.org.0;
        match deed {
            Deed::Log => {
                let rows = sqlx::query(LOG).bind(org).fetch_all(&self.pool).await?;
                ensure!(rows.len() == 51);
            }
            Deed::Teams => {
                let rows = sqlx::query(TEAMS).bind(org).fetch_all(&self.pool).await?;
                ensure!(!rows.is_empty());
            }
            Deed::Edit => {
                let mut tx = self.pool.begin().await?;
                sqlx::query(LOCK).bind(org).bind(person.team).fetch_one(&mut *tx).await?;
                let name = format!("Бригада {} · {}", person.nth, self.ground.next());
                sqlx::query(EDIT).bind(org).bind(person.team).bind(name).execute(&mut *tx).await?;
                self.event(&mut tx, "team_edited").await?;
                tx.commit().await?;
            }
            Deed::MiniApp | Deed::Password => {
                let session = self.id();
                let hash = [session.as_bytes().as_slice(); 2].concat();
                let mut tx = self.pool.begin().await?;
                let query = sqlx::query(SESSION).bind(session).bind(person.account).bind(org).bind(hash);
                query.execute(&mut *tx).await?;
                self.event(&mut tx, "signed_in").await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    async fn event(&self, tx: &mut sqlx::PgConnection, kind: &str) -> Result<()> {
        let data = serde_json::json!({ "kind": kind, "bench": true });
        let query = sqlx::query(EVENT).bind(self.ground.office.org.0).bind(self.id()).bind(kind).bind(data);
        query.execute(tx).await?;
        Ok(())
    }

    fn id(&self) -> Uuid {
        self.ground.site.db.source().id()
    }
}

/// How long a password takes that is looked at alone.
pub(super) async fn argon2() -> Result<Duration> {
    let password = || SecretString::from(PASSWORD.to_owned());
    let kept = passwords::hash(password()).await?;
    let began = Instant::now();
    const TIMES: u32 = 20;
    for _ in 0..TIMES {
        ensure!(passwords::matches(password(), Some(kept.clone())).await?);
    }
    Ok(began.elapsed() / TIMES)
}
