//! `/today` and `/report`: one message with a chart, changed into other charts and other times by its buttons.

pub(crate) mod action;
mod view;

pub(crate) use view::length;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Result, TenantTx,
    access::{Actor, Permission},
    notifications,
    reports::{self, Period},
};
use i18n::Lang;

pub use crate::action::{Page, ReportTap, Span};
use crate::{Chart, Ctx, Screen, Show, State, Step, requests::zone};

/// So many things to decide are offered.
const DECIDE: i64 = 3;
/// So many lines has a table; a chart has as many bars (`charts::MOST_BARS`).
const LINES: i64 = 8;

/// `/today`, `/report`, or a tap under one of them.
pub(crate) async fn show(ctx: &mut Ctx<'_>, state: State, tap: ReportTap) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let now = tx.source().now();
    let time_zone = notifications::time_zone(tx, &actor).await?;
    let (chart, screen) = page(tx, &actor, Reader { lang, time_zone: &time_zone, now }, tap).await?;
    Ok(Step::to(state).showing(Show::Picture { chart, screen }))
}

/// Who reads a report, where and when.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Their language.
    pub lang: Lang,
    /// Where their clocks hang.
    pub time_zone: &'a str,
    /// This moment.
    pub now: DateTime<Utc>,
}

impl Reader<'_> {
    /// The day on their calendar.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&zone(self.time_zone)).date_naive()
    }
}

/// A page of the reports, as `actor` may see it: the chart, and what stands under it (a caption, at most 1024 UTF-16
/// code units).
pub async fn page(tx: &mut TenantTx, actor: &Actor, reader: Reader<'_>, tap: ReportTap) -> Result<(Chart, Screen)> {
    let period = Period::last(tap.span.days(), reader.time_zone, reader.now);
    Ok(match tap.page {
        Page::Overview => {
            let seen = reports::overview(tx, actor, period, DECIDE).await?;
            view::overview(reader, tap.span, &seen, actor.require(Permission::RequestsAssign).is_ok())
        }
        Page::Late => {
            let (late, total) = reports::late(tx, actor, LINES).await?;
            view::late(reader, tap.span, &late, total, actor.require(Permission::RequestsAssign).is_ok())
        }
        Page::People => view::people(reader, tap.span, &reports::performance(tx, actor, period, LINES).await?),
        Page::Houses => view::houses(reader, tap.span, &reports::breakdown(tx, actor, period, LINES).await?.0),
    })
}
