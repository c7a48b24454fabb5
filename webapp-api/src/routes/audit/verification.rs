//! `GET /audit/verification`

use axum::Json;
use domain::audit::{self, Verification};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Params};

/// How much of the log.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct Stretch {
    /// The latest sealed events, 1 to 100000; 10000 when it is not said. `kontora doctor` looks at all of them.
    #[serde(default = "ten_thousand")]
    #[garde(range(min = 1, max = 100_000))]
    #[param(default = 10_000, minimum = 1, maximum = 100_000)]
    last: i64,
}

fn ten_thousand() -> i64 {
    10_000
}

/// Whether the log is as it was written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Verification)]
pub(super) struct VerificationBody {
    /// How many sealed events were looked at.
    events: u64,
    /// How many wait for their seal.
    waiting: i64,
    /// The number of the last seal.
    seq: i64,
    /// Its hash: kept elsewhere, it proves later that nothing before it was rewritten.
    hash: String,
    /// The first thing that is wrong.
    broken: Option<BrokenBody>,
}

/// The first thing that is wrong.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Broken)]
struct BrokenBody {
    seq: Option<i64>,
    event_id: Option<Uuid>,
    #[schema(value_type = String, example = "event_edited")]
    damage: Value,
}

impl From<Verification> for VerificationBody {
    fn from(log: Verification) -> Self {
        Self {
            events: log.events,
            waiting: log.waiting,
            seq: log.head.seq,
            hash: log.head.hash.to_string(),
            broken: log.broken.map(|broken| BrokenBody {
                seq: broken.seq,
                event_id: broken.event.map(|id| id.0),
                damage: json!(broken.damage),
            }),
        }
    }
}

/// Whether the log is as it was written
#[utoipa::path(
    get, path = "/audit/verification", tag = "audit", operation_id = "verify_events",
    params(Stretch),
    responses((status = 200, body = VerificationBody))
)]
pub(super) async fn verify(
    mut caller: Caller,
    Params(Stretch { last }): Params<Stretch>,
) -> Result<Json<VerificationBody>, Problem> {
    Ok(Json(audit::verify_last(&mut caller.tx, &caller.actor, last).await?.into()))
}
