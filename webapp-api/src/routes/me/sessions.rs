//! `GET /me/sessions`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::sessions;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Api, Problem, caller::SignedIn, problem::ProblemBody};

/// A sign-in that has not ended.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SessionBody {
    /// Its id.
    id: Uuid,
    /// `mini_app`, `console` or `third_party`.
    #[schema(example = "console")]
    kind: &'static str,
    /// What the browser or the app calls itself.
    device: String,
    /// The address that it was opened from. Where in the world that is, we do not guess.
    #[schema(example = "203.0.113.9")]
    address: Option<String>,
    /// When it was opened.
    created_at: DateTime<Utc>,
    /// When it was last refreshed.
    last_seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    is_current: bool,
}

/// The caller's sign-ins.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SessionList {
    /// The latest first.
    items: Vec<SessionBody>,
}

/// Where am I signed in?
#[utoipa::path(
    get, path = "/me/sessions", tag = "me", operation_id = "list_my_sessions",
    responses(
        (status = 200, body = SessionList),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(State(api): State<Api>, me: SignedIn) -> Result<Json<SessionList>, Problem> {
    let mut tx = api.db.system().await.map_err(domain::Error::from)?;
    let open = sessions::list(&mut tx, me.account).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    if !open.iter().any(|session| session.id == me.session) {
        return Err(Problem::unauthenticated());
    }
    let items = open.into_iter().map(|session| SessionBody {
        id: session.id.0,
        kind: session.kind.code(),
        device: session.device,
        address: session.address.map(|address| address.to_string()),
        created_at: session.created_at,
        last_seen_at: session.last_seen_at,
        is_current: session.id == me.session,
    });
    Ok(Json(SessionList { items: items.collect() }))
}
