//! The same for files.

use domain::{
    files::{self, AttachmentKind, Content, FileState},
    ids::{FileId, RequestId},
    requests,
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

fn content() -> Content {
    Content { media_type: "image/png".to_owned(), size: 7, sha256: [7; 32] }
}

/// A file that nobody has taken, and one that a bot has sent. Returns both.
pub(super) async fn live(
    database: &TestDatabase,
    office: &OrgFixture,
    request: RequestId,
) -> anyhow::Result<[FileId; 2]> {
    let resident = &office.residents[0].actor;
    let id = FileId(database.db().source().id());
    let name = format!("{}.png", office.info.name);
    let (bot, all) = (office.bot.id, content());
    let mut tx = database.db().tenant(office.org).await?;
    files::upload(&mut tx, resident, id, AttachmentKind::Photo, &name, &all).await?;
    let said = requests::files(&mut tx, resident, request).await?.remove(0).file.id;
    files::keep(&mut tx, said, bot, &all).await?;
    tx.commit().await?;
    Ok([id, said])
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: [FileId; 2],
    request: RequestId,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| Box::pin($call).await).await)
        };
    }
    let (owner, resident, content) = (&a.owner.actor, &a.residents[0].actor, &content());
    let own = FileId(database.db().source().id());
    tried!("files::upload", |tx| files::upload(tx, owner, own, AttachmentKind::Photo, "x.png", content));
    tried!("files::expect", |tx| files::expect(tx, &[(AttachmentKind::Photo, "f")]));
    for file in theirs {
        for actor in [owner, resident] {
            tried!("files::own", |tx| files::own(tx, actor, file));
            tried!("files::take", |tx| files::take(tx, actor, &[file]));
            tried!("requests::open_file", |tx| requests::open_file(tx, actor, file));
            tried!("requests::files", |tx| requests::files(tx, actor, request));
        }
        tried!("files::get", |tx| files::get(tx, file));
        tried!("files::awaited", |tx| files::awaited(tx, file));
        tried!("files::keep", |tx| files::keep(tx, file, b.bot.id, content));
        tried!("files::lose", |tx| files::lose(tx, file, FileState::Gone));
        tried!("files::copies", |tx| files::copies(tx, b.bot.id, &[file]));
        tried!("files::remember_copy", |tx| files::remember_copy(tx, b.bot.id, file, AttachmentKind::Photo, "x"));
    }
    Ok(())
}
