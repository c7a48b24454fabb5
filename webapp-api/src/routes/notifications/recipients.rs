//! `GET /notifications/rules/{rule}/recipients` and `PUT /notifications/rules/{rule}/recipients/{person_id}`

use axum::Json;
use domain::{
    ids::PersonId,
    notifications::{self, Recipient},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Problem,
    caller::Caller,
    problem::ProblemBody,
    valid::{Body, Id},
};

/// A member, and whether they get the alerts of a rule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AlertRecipient)]
pub(super) struct RecipientBody {
    person_id: Uuid,
    name: String,
    #[schema(value_type = String, example = "owner")]
    role: Value,
    told: bool,
    /// Whether that was chosen; otherwise it is their role's.
    chosen: bool,
}

impl From<Recipient> for RecipientBody {
    fn from(member: Recipient) -> Self {
        Self {
            person_id: member.person.0,
            name: member.name,
            role: json!(member.role),
            told: member.told,
            chosen: member.chosen,
        }
    }
}

/// Everybody who works for the org.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AlertRecipients)]
pub(super) struct RecipientsBody {
    items: Vec<RecipientBody>,
}

/// Whether a member gets the alerts.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = AlertRecipientEdit)]
pub(super) struct ToldBody {
    #[garde(skip)]
    told: bool,
}

/// Who gets the alerts of a rule, by name
#[utoipa::path(
    get, path = "/notifications/rules/{rule}/recipients", tag = "notifications", operation_id = "list_alert_recipients",
    params(("rule" = String, Path, example = "new_device")),
    responses((status = 200, body = RecipientsBody))
)]
pub(super) async fn list(mut caller: Caller, Id(rule): Id<String>) -> Result<Json<RecipientsBody>, Problem> {
    let rule = notifications::rule(&caller.actor, &rule)?;
    let members = notifications::recipients(&mut caller.tx, &caller.actor, rule).await?;
    Ok(Json(RecipientsBody { items: members.into_iter().map(RecipientBody::from).collect() }))
}

/// Choose whether a member gets the alerts of a rule
#[utoipa::path(
    put, path = "/notifications/rules/{rule}/recipients/{person_id}", tag = "notifications",
    operation_id = "choose_alert_recipient",
    params(("rule" = String, Path, example = "new_device"), ("person_id" = Uuid, Path)),
    request_body = ToldBody,
    responses(
        (status = 200, body = RecipientsBody),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`alert_needs_recipient`"),
    )
)]
pub(super) async fn choose(
    mut caller: Caller,
    Id((rule, person)): Id<(String, PersonId)>,
    Body(body): Body<ToldBody>,
) -> Result<Json<RecipientsBody>, Problem> {
    let rule = notifications::rule(&caller.actor, &rule)?;
    notifications::choose_recipient(&mut caller.tx, &caller.actor, rule, person, body.told).await?;
    let members = notifications::recipients(&mut caller.tx, &caller.actor, rule).await?;
    caller.commit().await?;
    Ok(Json(RecipientsBody { items: members.into_iter().map(RecipientBody::from).collect() }))
}
