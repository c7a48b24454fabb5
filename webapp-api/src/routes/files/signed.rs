//! An address that opens one file for some minutes: pictures of a page carry no token. Whoever is allowed to see a file
//! is given one; it is under a MAC, so nobody makes one, and it names a moment after which it opens nothing.

use domain::{OrgId, ids::FileId};

use crate::Api;

/// An address is good for at least this long, in seconds, and at most twice as long: within it the address stays the
/// same, so that a browser keeps the picture.
pub(super) const GOOD: i64 = 300;

/// What the words are bound to.
const LIST: &str = "file-contents";

/// The address of a file from now on.
pub(super) fn address(api: &Api, org: OrgId, file: FileId) -> Option<String> {
    let now = api.db.source().now().timestamp();
    let until = (now / GOOD + 2) * GOOD;
    let word = api.cursors.seal(LIST, &(org, file, until))?;
    Some(format!("/api/v1/file-contents/{word}"))
}

/// Which file a word opens; none when it opens nothing, or nothing any more.
pub(super) fn open(api: &Api, word: &str) -> Option<(OrgId, FileId)> {
    let (org, file, until): (OrgId, FileId, i64) = api.cursors.open(LIST, word)?;
    (api.db.source().now().timestamp() < until).then_some((org, file))
}
