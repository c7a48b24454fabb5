//! `GET /reports/requests`

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use domain::reports::{self, Attention, Day, Totals, Why};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::period::Days;
use crate::{Problem, caller::Caller, valid::Params};

/// The most things that want looking at, and the most houses and kinds.
const MOST: i64 = 50;

/// What came and what was closed, by day, and how the desk stands now; of what the caller may see reports of.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RequestReport {
    /// The first day.
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    /// The numbers of these days together.
    totals: TotalsBody,
    /// Those of as many days before.
    before: TotalsBody,
    /// Each day, in order.
    days: Vec<DayBody>,
    /// How the desk stands at this moment.
    now: NowBody,
    /// By building, those with most new requests first; at most 50.
    buildings: Vec<BuildingBody>,
    /// By kind of request, as many.
    categories: Vec<KindBody>,
    /// What somebody has to look at, the most pressing first; at most 50.
    attention: Vec<AttentionBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportTotals)]
struct TotalsBody {
    created: i64,
    closed: i64,
    /// At the end of the last day, or now.
    overdue: i64,
    /// The mean of the stars in hundredths.
    rating: Option<i64>,
    ratings: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportDay)]
struct DayBody {
    day: NaiveDate,
    created: i64,
    closed: i64,
    /// At its end, or now.
    overdue: i64,
    ratings: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportNow)]
struct NowBody {
    open: i64,
    unassigned: i64,
    overdue: i64,
    waiting: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportBuilding)]
struct BuildingBody {
    building_id: Option<Uuid>,
    address: Option<String>,
    created: i64,
    open: i64,
    overdue: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportCategory)]
struct KindBody {
    category_id: Uuid,
    created: i64,
    open: i64,
    overdue: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReportAttention)]
struct AttentionBody {
    request_id: Uuid,
    number: i64,
    /// `emergency`, `returned`, `overdue`, `not_accepted`, `unassigned` or `low_rating`.
    why: &'static str,
    since: DateTime<Utc>,
    assignee: Option<String>,
}

/// Requests by day, building and kind, and what somebody has to look at
#[utoipa::path(
    get, path = "/reports/requests", tag = "reports", operation_id = "report_requests",
    params(Days),
    responses((status = 200, body = RequestReport))
)]
pub(super) async fn report(mut caller: Caller, Params(days): Params<Days>) -> Result<Json<RequestReport>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let period = days.period(tx).await?;
    let seen = reports::overview(tx, actor, period, MOST).await?;
    let (houses, kinds) = reports::breakdown(tx, actor, period, MOST).await?;
    let now = seen.now;
    Ok(Json(RequestReport {
        from: period.from,
        to: period.to,
        totals: seen.totals().into(),
        before: seen.totals_before().into(),
        days: seen.days.iter().map(DayBody::from).collect(),
        now: NowBody { open: now.open, unassigned: now.unassigned, overdue: now.overdue, waiting: now.waiting },
        buildings: houses
            .into_iter()
            .map(|one| BuildingBody {
                building_id: one.building.map(|building| building.0),
                address: one.address,
                created: one.created,
                open: one.open,
                overdue: one.overdue,
            })
            .collect(),
        categories: kinds
            .into_iter()
            .map(|one| KindBody {
                category_id: one.category.0,
                created: one.created,
                open: one.open,
                overdue: one.overdue,
            })
            .collect(),
        attention: seen.attention.into_iter().map(AttentionBody::from).collect(),
    }))
}

impl From<Totals> for TotalsBody {
    fn from(totals: Totals) -> Self {
        let Totals { created, closed, overdue, rating, ratings } = totals;
        Self { created, closed, overdue, rating, ratings }
    }
}

impl From<&Day> for DayBody {
    fn from(day: &Day) -> Self {
        Self { day: day.day, created: day.created, closed: day.closed, overdue: day.overdue, ratings: day.ratings }
    }
}

impl From<Attention> for AttentionBody {
    fn from(one: Attention) -> Self {
        let why = match one.why {
            Why::Emergency => "emergency",
            Why::Returned => "returned",
            Why::Overdue => "overdue",
            Why::NotAccepted => "not_accepted",
            Why::Unassigned => "unassigned",
            Why::LowRating => "low_rating",
        };
        Self { request_id: one.id.0, number: one.number, why, since: one.since, assignee: one.assignee }
    }
}
