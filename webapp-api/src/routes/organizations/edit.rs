//! `PATCH /organizations/{org_id}`

use domain::{
    orgs::{self, Edit, Industry},
    people::Language,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    body::{OrganizationBody, WorkingHoursBody},
    show,
};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, said},
};

/// What is to be changed; what is left out stays. `null` takes away what can be without a value.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)] // the business knows its own bounds
#[schema(as = OrganizationEdit)]
#[derive(Default)]
pub(super) struct OrganizationEdit {
    /// Its name, 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    name: Option<String>,
    /// `property`, `services`, `sales`, `call_center`, `partners` or `other`.
    #[schema(value_type = Option<String>)]
    industry: Option<Industry>,
    /// `ru`, `uz` or `en`.
    #[schema(value_type = Option<String>)]
    language: Option<Language>,
    /// An IANA name.
    #[schema(max_length = 64)]
    time_zone: Option<String>,
    /// ISO 4217.
    #[schema(max_length = 3)]
    currency: Option<String>,
    /// All of the hours.
    working_hours: Option<WorkingHoursBody>,
    /// `#rrggbb`
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 7)]
    colour: Option<Option<String>>,
    /// At most 30 characters.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 30)]
    short_name: Option<Option<String>>,
    /// At most 500 characters.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 500)]
    greeting: Option<Option<String>>,
}

/// Change what an org tells of itself
#[utoipa::path(
    patch, path = "/organizations/{org_id}", tag = "organizations", operation_id = "edit_organization",
    params(("org_id" = Uuid, Path), IfMatchHeader),
    request_body = OrganizationEdit,
    responses((status = 200, body = OrganizationBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    IfMatch(seen): IfMatch,
    Body(body): Body<OrganizationEdit>,
) -> Result<Tagged<OrganizationBody>, Problem> {
    let edit = Edit {
        name: body.name,
        industry: body.industry,
        time_zone: body.time_zone,
        language: body.language,
        currency: body.currency,
        working_hours: body.working_hours.map(Into::into),
        colour: body.colour,
        short_name: body.short_name,
        greeting: body.greeting,
    };
    let done = orgs::edit(&mut caller.tx, &caller.actor, seen, &edit).await;
    let org = etag::or_current(&mut caller, done, show::read).await?;
    caller.commit().await?;
    Ok(org.into())
}
