//! Teams: whose work the scope `team` covers.

use chrono::{DateTime, Utc};

use super::{Actor, Permission, Scope, custom_roles::tidy, store};
use crate::{
    Error, Result, TenantTx,
    events::{self, Changes, Event},
    ids::{MemberId, TeamId},
};

/// The most members of one team.
pub const TEAM_MAX: usize = 500;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name, unique in the org.
    pub name: String,
    /// Who is in it, by name.
    pub members: Vec<MemberId>,
    /// Grows with each change.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// The teams, by name.
pub async fn list_teams(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Team>> {
    actor.require(Permission::TeamsRead)?;
    store::teams(tx, None).await
}

/// One of them.
pub async fn team(tx: &mut TenantTx, actor: &Actor, id: TeamId) -> Result<Team> {
    actor.require(Permission::TeamsRead)?;
    find(tx, id).await
}

/// Makes a team of these members.
pub async fn create_team(tx: &mut TenantTx, actor: &Actor, name: &str, members: &[MemberId]) -> Result<Team> {
    actor.require(Permission::TeamsManage)?;
    let name = tidy(name)?;
    not_oneself(actor, &[], members)?;
    let id = store::insert_team(tx, &name).await?;
    put(tx, id, members).await?;
    events::record(tx, actor, &Event::TeamCreated { team: id, name }).await?;
    find(tx, id).await
}

/// Changes a team's name or who is in it. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`.
pub async fn edit_team(
    tx: &mut TenantTx,
    actor: &Actor,
    id: TeamId,
    version: Option<i32>,
    name: Option<&str>,
    members: Option<&[MemberId]>,
) -> Result<Team> {
    actor.require(Permission::TeamsManage)?;
    let old = lock(tx, id, version).await?;
    let name = name.map(tidy).transpose()?.unwrap_or_else(|| old.name.clone());
    let (version, updated_at) = store::save_team(tx, id, &name).await?;
    let new = match members {
        Some(members) => {
            not_oneself(actor, &old.members, members)?;
            put(tx, id, members).await?;
            find(tx, id).await?
        }
        None => Team { name, version, updated_at, ..old.clone() },
    };
    let changes = Changes::of("name", &old.name, &new.name).and("members", &old.members, &new.members);
    if !changes.is_empty() {
        events::record(tx, actor, &Event::TeamEdited { team: id, changes }).await?;
    }
    Ok(new)
}

/// Deletes a team. Its members stay members.
pub async fn delete_team(tx: &mut TenantTx, actor: &Actor, id: TeamId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::TeamsManage)?;
    let old = lock(tx, id, version).await?;
    store::delete_team(tx, id).await?;
    events::record(tx, actor, &Event::TeamDeleted { team: id, name: old.name }).await
}

/// Whoever may do something with the work of their teams does not choose those teams themselves: that would be giving
/// oneself rights.
fn not_oneself(actor: &Actor, old: &[MemberId], new: &[MemberId]) -> Result<()> {
    let joins = actor.member().is_some_and(|own| new.contains(&own) && !old.contains(&own));
    let gains = actor.grants().iter().any(|(_, scope)| scope == Scope::Team);
    if joins && gains { Err(Error::Refused("own_role")) } else { Ok(()) }
}

async fn put(tx: &mut TenantTx, id: TeamId, members: &[MemberId]) -> Result<()> {
    let mut members = members.to_vec();
    members.sort_unstable();
    members.dedup();
    if members.len() > TEAM_MAX {
        return Err(Error::Invalid { field: "members", code: "team_too_large" });
    }
    let found = store::set_team_members(tx, id, &members).await?;
    if found == members.len() as i64 {
        Ok(())
    } else {
        Err(Error::Invalid { field: "members", code: "member_unknown" })
    }
}

async fn find(tx: &mut TenantTx, id: TeamId) -> Result<Team> {
    store::teams(tx, Some(id)).await?.pop().ok_or(Error::NotFound("team"))
}

async fn lock(tx: &mut TenantTx, id: TeamId, version: Option<i32>) -> Result<Team> {
    let old = store::lock_team(tx, id).await?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
