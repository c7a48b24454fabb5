//! Lists come in pages, by key: `?limit=50&after=<next>`, and an answer says where the next page begins.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page of a list.
#[derive(Clone, Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    /// How many things, 1 to 100; 50 when it is not said.
    #[serde(default = "fifty")]
    #[garde(range(min = 1, max = 100))]
    #[param(default = 50, minimum = 1, maximum = 100)]
    pub limit: u16,
    /// What the page before gave as `next`.
    #[serde(default)]
    #[garde(length(max = 200))]
    #[param(max_length = 200)]
    pub after: Option<String>,
}

fn fifty() -> u16 {
    50
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The things, in the list's order.
    pub items: Vec<T>,
    /// What to ask for as `after`; none on the last page.
    pub next: Option<String>,
}
