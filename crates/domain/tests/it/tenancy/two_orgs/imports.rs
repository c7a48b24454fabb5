//! The same for imports of the register.

use domain::{
    ids::ImportId,
    imports::{self, ErrorsAfter, Field, NewImport, SheetRow, Work},
    notifications,
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

/// A file with one row that is right, which is loaded, and one that is not.
pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<ImportId> {
    let row = |number, cells: [&str; 2]| SheetRow { number, cells: cells.map(str::to_owned).to_vec() };
    let rows = [row(1, ["Дом", "Квартира"]), row(2, [&format!("Файл {}", office.info.name), "1"]), row(3, ["", "2"])];
    let new = NewImport { file_name: &office.info.name, source: Some("once"), chat: None };
    let taken = database.tenant(office.org, async |tx| {
        let (id, _) = imports::receive(tx, &office.owner.actor, &new).await?;
        imports::stage(tx, id, &rows).await?;
        imports::list_columns(tx, id).await.map(|import| import.id)
    });
    let import = taken.await?;
    let work = Work { org_id: office.org, import };
    imports::run(database.db(), work).await?;
    database.tenant(office.org, async |tx| imports::load(tx, &office.owner.actor, import).await).await?;
    imports::run(database.db(), work).await?;
    Ok(import)
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: ImportId,
) -> anyhow::Result<()> {
    let own = live(database, a).await?;
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| Box::pin($call).await).await)
        };
    }
    let (owner, bot) = (&a.owner.actor, b.bot.id);
    let new = NewImport { file_name: "x", source: Some("once"), chat: None };
    tried!("imports::receive", |tx| imports::receive(tx, owner, &new));
    tried!("imports::stage", |tx| imports::stage(tx, theirs, &[SheetRow { number: 9, cells: vec![] }]));
    tried!("imports::list_columns", |tx| imports::list_columns(tx, theirs));
    let mapping = [Some(Field::Building), Some(Field::Unit)];
    tried!("imports::map", |tx| imports::map(tx, owner, theirs, None, &mapping));
    tried!("imports::list", |tx| imports::list(tx, owner, None, 100));
    tried!("imports::list", |tx| imports::list(tx, owner, Some(theirs), 100));
    tried!("imports::get", |tx| imports::get(tx, owner, theirs));
    tried!("imports::wrong_rows", |tx| imports::wrong_rows(tx, owner, theirs, ErrorsAfter::default(), 100));
    tried!("imports::wrong_rows", |tx| imports::wrong_rows(tx, owner, own, ErrorsAfter::default(), 100));
    tried!("imports::load", |tx| imports::load(tx, owner, theirs));
    tried!("imports::undo", |tx| imports::undo(tx, owner, theirs));
    tried!("imports::discard", |tx| imports::discard(tx, owner, theirs));
    tried!("imports::card_sent", |tx| imports::card_sent(tx, theirs, 1));
    tried!("notifications::show_import", |tx| notifications::show_import(tx, bot, 1, theirs));
    tried!("notifications::send_import_errors", |tx| notifications::send_import_errors(tx, bot, 1, theirs));
    Ok(())
}
