//! Looking at reports. Nothing here changes anything.

use chrono::{DateTime, Utc};

use super::{
    model::{Attention, House, Kind, Overview, Performance, Period},
    store,
};
use crate::{
    Result, TenantTx,
    access::{Actor, Filter, Permission, Rights, Scope},
    ids::{BuildingId, MemberId, TeamId},
};

/// What an actor sees reports of. `store` takes it as parameters.
pub(super) struct Within {
    /// Everybody's work.
    pub all: bool,
    /// This member's.
    pub member: Option<MemberId>,
    /// That of those who are in these teams.
    pub teams: Vec<TeamId>,
    /// And of it what is in these buildings; nothing: in any.
    pub buildings: Vec<BuildingId>,
}

impl Within {
    fn of(actor: &Actor) -> Result<Self> {
        let scope = actor.require(Permission::ReportsRead)?;
        let rights = actor.rights();
        let teams = rights.filter(|_| scope == Scope::Team).map(|rights| rights.teams().to_vec());
        let filter = rights.and_then(Rights::filter).cloned().unwrap_or_default();
        let Filter { buildings, .. } = filter;
        Ok(Self {
            all: scope == Scope::All,
            member: actor.member_behind(),
            teams: teams.unwrap_or_default(),
            buildings,
        })
    }
}

/// The days of a period with as many before them, how the desk stands, and up to `most` things that somebody has to look
/// at. [`crate::Error::Invalid`] `period_invalid`: at most 92 days.
pub async fn overview(tx: &mut TenantTx, actor: &Actor, period: Period, most: i64) -> Result<Overview> {
    let within = Within::of(actor)?;
    store::overview(tx, &within, period.checked()?, most).await
}

/// The same period by building and by kind of request, those with most to do first, at most `most` of each.
pub async fn breakdown(tx: &mut TenantTx, actor: &Actor, period: Period, most: i64) -> Result<(Vec<House>, Vec<Kind>)> {
    let within = Within::of(actor)?;
    store::breakdown(tx, &within, period.checked()?.instants(), most).await
}

/// Who did how much in the period, the busiest first, at most `most`.
pub async fn performance(tx: &mut TenantTx, actor: &Actor, period: Period, most: i64) -> Result<Vec<Performance>> {
    let within = Within::of(actor)?;
    let (from, to): (DateTime<Utc>, DateTime<Utc>) = period.checked()?.instants();
    store::performance(tx, &within, from, to, most).await
}

/// What is late now, the latest first, at most `most`; and how many there are.
pub async fn late(tx: &mut TenantTx, actor: &Actor, most: i64) -> Result<(Vec<Attention>, i64)> {
    let within = Within::of(actor)?;
    store::late(tx, &within, most).await
}
