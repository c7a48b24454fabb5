//! `GET /requests`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::{
    categories::Priority,
    ids::{BuildingId, CategoryId, MemberId, PersonId},
    requests::{self, Filter, Status, Whose},
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::body::LineBody;
use crate::{Api, Problem, caller::Caller, page::Page, valid::Listing};

/// What the list is narrowed to.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct RequestsFilter {
    /// Those that stand so: one status, or several with commas.
    #[serde(default)]
    #[garde(length(max = 200))]
    #[param(max_length = 200, example = "new,returned")]
    status: Option<String>,
    /// Those that are so urgent: one priority, or several with commas.
    #[serde(default)]
    #[garde(length(max = 100))]
    #[param(max_length = 100, example = "high,emergency")]
    priority: Option<String>,
    /// Those about this; of a kind, also about its problems.
    #[serde(default)]
    #[garde(skip)]
    category_id: Option<Uuid>,
    /// Those in this building.
    #[serde(default)]
    #[garde(skip)]
    building_id: Option<Uuid>,
    /// Those that this member has.
    #[serde(default)]
    #[garde(skip)]
    assignee_id: Option<Uuid>,
    /// Those that nobody has.
    #[serde(default)]
    #[garde(skip)]
    unassigned: Option<bool>,
    /// Those that this person filed.
    #[serde(default)]
    #[garde(skip)]
    reporter_id: Option<Uuid>,
    /// Those on which the work has not ended.
    #[serde(default)]
    #[garde(skip)]
    open: Option<bool>,
    /// Those that should be done by now.
    #[serde(default)]
    #[garde(skip)]
    overdue: Option<bool>,
    /// Filed at that time or later.
    #[serde(default)]
    #[garde(skip)]
    from: Option<DateTime<Utc>>,
    /// Filed before that time.
    #[serde(default)]
    #[garde(skip)]
    to: Option<DateTime<Utc>>,
    /// Those that say these words, or have this number.
    #[serde(default)]
    #[garde(length(chars, max = 200))]
    #[param(max_length = 200)]
    q: Option<String>,
}

/// The requests that the caller may see, newest first
#[utoipa::path(
    get, path = "/requests", tag = "requests", operation_id = "list_requests",
    params(crate::page::PageParams, RequestsFilter),
    responses((status = 200, body = Page<LineBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<RequestsFilter>,
) -> Result<Json<Page<LineBody>>, Problem> {
    let before = page.key::<i64>(&api, "requests")?;
    let filter = filter.read()?;
    let rows = requests::list(&mut caller.tx, &caller.actor, &filter, before, page.reads()).await?;
    Ok(Json(Page::cut(&api, "requests", &page, rows, |row| row.number, LineBody::from)))
}

impl RequestsFilter {
    fn read(self) -> Result<Filter, Problem> {
        Ok(Filter {
            is_open: self.open.unwrap_or_default(),
            is_overdue: self.overdue.unwrap_or_default(),
            statuses: words::<Status>("status", self.status)?,
            priorities: words::<Priority>("priority", self.priority)?,
            category: self.category_id.map(CategoryId),
            building: self.building_id.map(BuildingId),
            whose: match (self.assignee_id, self.unassigned) {
                (Some(member), _) => Some(Whose::Of(MemberId(member))),
                (None, Some(true)) => Some(Whose::Nobodys),
                (None, _) => None,
            },
            works: None,
            reporter: self.reporter_id.map(PersonId),
            from: self.from,
            to: self.to,
            text: self.q.filter(|text| !text.trim().is_empty()),
        })
    }
}

/// Codes with commas between them.
fn words<T: serde::de::DeserializeOwned>(field: &'static str, codes: Option<String>) -> Result<Vec<T>, Problem> {
    let codes = codes.unwrap_or_default();
    let codes = codes.split(',').map(str::trim).filter(|code| !code.is_empty());
    let read = |code: &str| serde_json::from_value(serde_json::Value::String(code.to_owned()));
    codes
        .map(read)
        .collect::<Result<_, _>>()
        .map_err(|_| domain::Error::Invalid { field, code: "filter_invalid" }.into())
}
