//! `GET /calendars/presets`

use axum::Json;
use domain::{
    access::Permission,
    calendars::{Norm, Preset},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::WeekBody;
use crate::{Problem, caller::Caller};

/// A calendar that is ready to be taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CalendarPreset)]
pub(super) struct PresetBody {
    /// `emergency_416`, `around_the_clock` or `five_days`.
    #[schema(example = "five_days")]
    code: &'static str,
    /// Its hours.
    week: WeekBody,
    /// What the law says about how long work may take; none: the org decides.
    norms: Vec<NormBody>,
}

/// How long something may take, by a rule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Norm)]
pub(super) struct NormBody {
    /// `answer_call`, `localise_damage`, `clear_sewer`, `clear_chute` or `repair_damage`.
    #[schema(example = "localise_damage")]
    what: &'static str,
    /// From when it was registered.
    #[schema(example = 30)]
    minutes: i64,
    /// `ru_416_13`: point 13 of the rules approved by decree 416 of the Government of Russia, of 15 May 2013.
    #[schema(example = "ru_416_13")]
    rule: &'static str,
}

/// The presets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CalendarPresets {
    /// All of them.
    items: Vec<PresetBody>,
}

/// The calendars that are ready to be taken
#[utoipa::path(
    get, path = "/calendars/presets", tag = "calendars", operation_id = "list_calendar_presets",
    responses((status = 200, body = CalendarPresets))
)]
pub(super) async fn list(caller: Caller) -> Result<Json<CalendarPresets>, Problem> {
    caller.actor.require(Permission::SettingsRead)?;
    let norm = |norm: &Norm| NormBody { what: norm.what, minutes: norm.minutes, rule: norm.rule.code() };
    let items = Preset::ALL.map(|preset| PresetBody {
        code: preset.code(),
        week: WeekBody::of(preset.timetable().week()),
        norms: preset.norms().iter().map(norm).collect(),
    });
    Ok(Json(CalendarPresets { items: items.into() }))
}
