//! `GET /reports/performance`

use axum::Json;
use chrono::NaiveDate;
use domain::reports;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::period::Days;
use crate::{Problem, caller::Caller, valid::Params};

/// The most people of one report.
const MOST: i64 = 500;

/// Who did how much; of those whose work the caller may see reports of.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PerformanceReport {
    /// The first day.
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    /// The busiest first.
    items: Vec<PerformanceBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Performance)]
struct PerformanceBody {
    member_id: Uuid,
    name: String,
    /// Said to be done in these days, and not returned since.
    done: i64,
    /// Of these, later than it should.
    late: i64,
    /// How often residents had returned them.
    returns: i64,
    /// Minutes from taking to done, in the mean.
    minutes: Option<i64>,
    /// What they have now.
    open: i64,
    /// Of this, late.
    overdue: i64,
    /// The mean of the stars in hundredths.
    rating: Option<i64>,
    ratings: i64,
}

/// The work of the staff
#[utoipa::path(
    get, path = "/reports/performance", tag = "reports", operation_id = "report_performance",
    params(Days),
    responses((status = 200, body = PerformanceReport))
)]
pub(super) async fn report(mut caller: Caller, Params(days): Params<Days>) -> Result<Json<PerformanceReport>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let period = days.period(tx).await?;
    let people = reports::performance(tx, actor, period, MOST).await?;
    let items = people.into_iter().map(|one| PerformanceBody {
        member_id: one.member.0,
        name: one.name,
        done: one.done,
        late: one.late,
        returns: one.returns,
        minutes: one.minutes,
        open: one.open,
        overdue: one.overdue,
        rating: one.rating,
        ratings: one.ratings,
    });
    Ok(Json(PerformanceReport { from: period.from, to: period.to, items: items.collect() }))
}
