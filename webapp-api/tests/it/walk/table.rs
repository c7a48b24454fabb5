//! Who may call what, at the least: a row for every operation of the document. A route without a row fails the walk.
//!
//! A new route: add its `operation_id` and who is refused. `body` is for what the schema does not say.

use domain::access::Role;
use serde_json::Value;

/// Who may call an operation.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "every kind of row is at hand, also when no route of today needs it")]
pub enum May {
    /// Nobody has to be signed in, and why.
    Anybody(&'static str),
    /// Whoever is signed in, about their own account and in no org; and why no role counts.
    Account(&'static str),
    /// Everybody whom the org knows, and why no role is too low.
    Everybody(&'static str),
    /// Not the contacts of the org: a resident gets 403.
    Members,
    /// Not this role, nor those below: 403.
    Above(Role),
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub operation: &'static str,
    pub may: May,
    /// A body that passes validation, when what follows from the schema does not.
    pub body: Option<fn() -> Value>,
}

const fn row(operation: &'static str, may: May) -> Row {
    Row { operation, may, body: None }
}

/// In the order of their names.
pub const TABLE: &[Row] = &[row("show_me", May::Everybody("one sees oneself"))];
