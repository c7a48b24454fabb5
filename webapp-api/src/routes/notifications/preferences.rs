//! `GET /notifications/preferences` and `PATCH /notifications/preferences`

use axum::Json;
use domain::notifications::{self, Level, Preferences, Quiet, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::quiet_hours::QuietBody;
use crate::{Problem, caller::Caller, valid::Body};

/// What one wants to be told, and when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NotificationPreferences)]
pub(super) struct PreferencesBody {
    /// When one is left in peace.
    quiet: QuietBody,
    /// Whether that is one's own choice; otherwise it is the org's.
    quiet_chosen: bool,
    /// Where the clock hangs.
    #[schema(example = "Asia/Tashkent")]
    time_zone: String,
    /// What can reach one.
    subjects: Vec<SubjectBody>,
}

/// How much of a subject one hears.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NotificationSubject)]
pub(super) struct SubjectBody {
    #[schema(value_type = String, example = "requests")]
    subject: Value,
    /// `all`, `important` or `none`.
    #[schema(value_type = String, example = "all")]
    level: Value,
    /// Whether it is the rule of an alert.
    is_alert: bool,
}

impl From<Preferences> for PreferencesBody {
    fn from(preferences: Preferences) -> Self {
        Self {
            quiet: preferences.quiet.into(),
            quiet_chosen: preferences.quiet_chosen,
            time_zone: preferences.time_zone,
            subjects: preferences
                .subjects
                .into_iter()
                .map(|has| SubjectBody {
                    subject: json!(has.subject),
                    level: json!(has.level),
                    is_alert: has.subject.is_alert(),
                })
                .collect(),
        }
    }
}

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NotificationPreferencesEdit)]
pub(super) struct PreferencesEdit {
    /// When one is left in peace.
    #[serde(default)]
    #[garde(dive)]
    quiet: Option<QuietBody>,
    /// Where the clock hangs, by its name in the database of IANA.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Asia/Tashkent")]
    time_zone: Option<String>,
    /// How much of these one hears from now on.
    #[serde(default)]
    #[garde(length(max = 50))]
    #[schema(max_items = 50)]
    subjects: Vec<LevelBody>,
}

/// How much of a subject one wants to hear.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NotificationLevel)]
pub(super) struct LevelBody {
    #[schema(value_type = String, example = "requests")]
    subject: Subject,
    #[schema(value_type = String, example = "important")]
    level: Level,
}

/// What one wants to be told, and when
#[utoipa::path(
    get, path = "/notifications/preferences", tag = "notifications", operation_id = "show_notification_preferences",
    responses((status = 200, body = PreferencesBody))
)]
pub(super) async fn show(mut caller: Caller) -> Result<Json<PreferencesBody>, Problem> {
    Ok(Json(notifications::preferences(&mut caller.tx, &caller.actor).await?.into()))
}

/// Choose what one wants to be told, and when
#[utoipa::path(
    patch, path = "/notifications/preferences", tag = "notifications", operation_id = "edit_notification_preferences",
    request_body = PreferencesEdit,
    responses((status = 200, body = PreferencesBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Body(body): Body<PreferencesEdit>,
) -> Result<Json<PreferencesBody>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let was = notifications::preferences(tx, actor).await?;
    if body.quiet.is_some() || body.time_zone.is_some() {
        let quiet = body.quiet.as_ref().map_or(was.quiet, Quiet::from);
        notifications::choose_quiet(tx, actor, quiet, body.time_zone.as_deref()).await?;
    }
    for LevelBody { subject, level } in body.subjects {
        notifications::choose_level(tx, actor, subject, level).await?;
    }
    let is = notifications::preferences(tx, actor).await?;
    caller.commit().await?;
    Ok(Json(is.into()))
}
