//! SQL of the register, a noun a file.

pub(super) mod asking;
pub(super) mod buildings;
pub(super) mod complexes;
pub(super) mod entrances;
pub(super) mod homes;
pub(super) mod residents;
pub(super) mod risers;
pub(super) mod units;

/// Locks the row of something that is about to change: `for update`, until the transaction ends.
macro_rules! lock {
    ($tx:expr, $query:literal, $id:expr, $what:literal) => {{
        let row = sqlx::query_scalar!($query, $tx.org().0, $id.0).fetch_optional($tx.conn()).await?;
        row.map(drop).ok_or(crate::Error::NotFound($what))
    }};
}
use lock;
