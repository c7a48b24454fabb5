//! `GET /organizations/me`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::{
    access::Role,
    members::{self, Membership, Whose},
    orgs,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Api, Problem, caller::SignedIn};

/// An org in which the caller works.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyOrganization {
    /// Its id: what `X-Organization-Id` takes.
    id: Uuid,
    /// Its name.
    #[schema(example = "ЖК «Навруз»")]
    name: String,
    /// The role that they have there; for a role of the org's own, the preset that it is based on.
    #[schema(value_type = String, example = "owner")]
    role: Role,
    /// The username of its bot.
    bot: Option<String>,
    /// Since when it is deleted.
    deleted_at: Option<DateTime<Utc>>,
    /// Until when its owner can take that back.
    restorable_until: Option<DateTime<Utc>>,
}

/// The orgs in which the caller works.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyOrganizations {
    /// In the order in which they came to them.
    items: Vec<MyOrganization>,
}

impl From<Membership> for MyOrganization {
    fn from(org: Membership) -> Self {
        Self {
            id: org.org.0,
            name: org.name,
            role: org.role,
            bot: org.bot,
            deleted_at: org.deleted_at,
            restorable_until: org.deleted_at.map(|at| at + orgs::UNDO),
        }
    }
}

/// In which orgs do I work?
#[utoipa::path(
    get, path = "/organizations/me", tag = "organizations", operation_id = "list_my_organizations",
    responses((status = 200, body = MyOrganizations))
)]
pub(super) async fn list(State(api): State<Api>, me: SignedIn) -> Result<Json<MyOrganizations>, Problem> {
    me.require_own(&api).await?;
    let orgs = members::list_orgs(&api.db, Whose::Account(me.account)).await?;
    Ok(Json(MyOrganizations { items: orgs.into_iter().map(MyOrganization::from).collect() }))
}
