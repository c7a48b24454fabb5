//! An absence as it is sent.

use chrono::{DateTime, Utc};
use domain::deputies::Absence;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A time in which somebody is away.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Absence)]
pub(super) struct AbsenceBody {
    /// Its id.
    id: Uuid,
    /// Who is away.
    member_id: Uuid,
    /// What they are called.
    name: String,
    /// Who stands in for them; nobody: their work waits for whoever gives it out.
    deputy_id: Option<Uuid>,
    /// What the deputy is called.
    deputy_name: Option<String>,
    /// From when on.
    starts_at: DateTime<Utc>,
    /// Until when.
    ends_at: DateTime<Utc>,
}

impl From<Absence> for AbsenceBody {
    fn from(absence: Absence) -> Self {
        let (deputy_id, deputy_name) = absence.deputy.map(|deputy| (deputy.member.0, deputy.name)).unzip();
        let Absence { id, member, name, starts_at, ends_at, .. } = absence;
        Self { id: id.0, member_id: member.0, name, deputy_id, deputy_name, starts_at, ends_at }
    }
}
