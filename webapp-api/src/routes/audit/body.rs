//! An event, as the API shows it, and the filters of the log.

use chrono::{DateTime, Utc};
use domain::{
    audit::{Entry, Filter},
    ids::PersonId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEvent)]
pub(super) struct EventBody {
    id: Uuid,
    at: DateTime<Utc>,
    /// `member`, `contact`, `service` or `system`.
    actor_kind: String,
    actor_id: Option<Uuid>,
    actor_name: Option<String>,
    service_account_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    /// The way in.
    #[schema(example = "console")]
    surface: String,
    address: Option<String>,
    session_id: Option<Uuid>,
    #[schema(example = "role_changed")]
    kind: String,
    subject_kind: Option<String>,
    subject_id: Option<Uuid>,
    /// Field → `[old, new]`.
    changes: Option<Value>,
    /// Whatever else the kind says.
    data: Value,
}

impl From<Entry> for EventBody {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id.0,
            at: entry.at,
            actor_kind: entry.actor_kind,
            actor_id: entry.actor.map(|id| id.0),
            actor_name: entry.actor_name,
            service_account_id: entry.service.map(|id| id.0),
            on_behalf_of: entry.on_behalf_of.map(|id| id.0),
            surface: entry.surface,
            address: entry.address.map(|address| address.to_string()),
            session_id: entry.session.map(|id| id.0),
            kind: entry.kind,
            subject_kind: entry.subject_kind,
            subject_id: entry.subject,
            changes: entry.changes,
            data: entry.data,
        }
    }
}

/// Which events.
#[derive(Debug, Default, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct FilterParams {
    /// Of this kind.
    #[serde(default)]
    #[garde(length(max = 50))]
    pub kind: Option<String>,
    /// Done by this person.
    #[serde(default)]
    #[garde(skip)]
    pub person_id: Option<Uuid>,
    /// About a thing of this kind.
    #[serde(default)]
    #[garde(length(max = 50))]
    pub subject_kind: Option<String>,
    /// About this thing.
    #[serde(default)]
    #[garde(skip)]
    pub subject_id: Option<Uuid>,
    /// That came in this way.
    #[serde(default)]
    #[garde(custom(known_surface))]
    pub surface: Option<String>,
    /// Not before.
    #[serde(default)]
    #[garde(skip)]
    pub from: Option<DateTime<Utc>>,
    /// Before.
    #[serde(default)]
    #[garde(skip)]
    pub to: Option<DateTime<Utc>>,
    /// That hold this text.
    #[serde(default)]
    #[garde(length(chars, max = 100))]
    pub text: Option<String>,
}

fn known_surface(surface: &Option<String>, (): &()) -> garde::Result {
    match surface.as_deref().map(str::parse::<platform::Surface>) {
        Some(Err(())) => Err(garde::Error::new("invalid")),
        _ => Ok(()),
    }
}

impl FilterParams {
    pub fn filter(self) -> Filter {
        Filter {
            kind: self.kind,
            person: self.person_id.map(PersonId),
            subject_kind: self.subject_kind,
            subject: self.subject_id,
            surface: self.surface.and_then(|surface| surface.parse().ok()),
            from: self.from,
            to: self.to,
            text: self.text,
        }
    }
}
