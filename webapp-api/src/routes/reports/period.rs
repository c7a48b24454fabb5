//! Of which days a report is.

use chrono::NaiveDate;
use domain::{TenantTx, orgs, reports::Period};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::Problem;

/// Of which days of the org, the first and the last included: at most 92. Without both, the last seven.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct Days {
    /// The first day; without it, six days before the last.
    #[garde(skip)]
    #[param(example = "2026-11-01")]
    from: Option<NaiveDate>,
    /// The last day; without it, today.
    #[garde(skip)]
    #[param(example = "2026-11-30")]
    to: Option<NaiveDate>,
}

impl Days {
    pub(super) async fn period(&self, tx: &mut TenantTx) -> Result<Period, Problem> {
        let now = tx.source().now();
        let org = orgs::current(tx).await?;
        Ok(Period::between(self.from, self.to, &org.time_zone, now))
    }
}
