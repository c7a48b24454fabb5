//! The verbs of imports.

use platform::Db;

use super::{
    fields::{self, Field},
    headers,
    model::{Card, Import, ImportState, Outcome, SheetRow, Work, WrongRow},
    parse, store,
};
use crate::{
    Error, Result, SystemTx, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{BotId, ImportId, PersonId},
    property,
};

/// So many rows are looked at in one transaction.
pub const CHECKED_AT_ONCE: i64 = 5_000;
/// So many rows the head is looked for in.
const HEAD_WITHIN: i64 = 20;

/// A file that is about to be read.
#[derive(Clone, Copy, Debug)]
pub struct NewImport<'a> {
    /// What it is called: cut to 200 characters.
    pub file_name: &'a str,
    /// What names the delivery, when it may come twice.
    pub source: Option<&'a str>,
    /// The chat that it came from.
    pub chat: Option<(BotId, i64)>,
}

/// After which row a list of wrong ones goes on.
#[derive(Clone, Copy, Debug, Default)]
pub struct ErrorsAfter(pub i32);

/// Whoever may import, may do so into the whole register.
pub fn may(actor: &Actor) -> Result<()> {
    if actor.reach(Permission::PropertyImport)?.all {
        Ok(())
    } else {
        Err(Error::Forbidden(Permission::PropertyImport))
    }
}

/// Begins to take in a file. The id, and whether it is new: one that was delivered before is there already.
pub async fn receive(tx: &mut TenantTx, actor: &Actor, new: &NewImport<'_>) -> Result<(ImportId, bool)> {
    may(actor)?;
    store::insert(tx, actor.behind(), new).await
}

/// Takes in rows of the file, in order.
pub async fn stage(tx: &mut TenantTx, id: ImportId, rows: &[SheetRow]) -> Result<()> {
    store::rows::insert(tx, id, rows).await
}

/// All rows are in: finds out what the columns hold, and has the rows looked at when it could.
pub async fn list_columns(tx: &mut TenantTx, id: ImportId) -> Result<Import> {
    let first = store::rows::first(tx, id, HEAD_WITHIN).await?;
    let width = first.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let (head, mut columns, mut mapping) = match headers::find(first.iter().map(|row| row.cells.as_slice())) {
        Some((place, mapping)) => (first[place].number, first[place].cells.clone(), mapping),
        None => (0, vec![], vec![]),
    };
    for column in columns.len()..width.max(columns.len()) {
        columns.push(letters(column));
    }
    mapping.resize(columns.len(), None);
    let state = if fields::suffice(&mapping) { ImportState::Checking } else { ImportState::Unmapped };
    store::set_columns(tx, id, head, &columns, &mapping, state).await?;
    if state == ImportState::Checking {
        enqueue(tx, id).await?;
    }
    find(tx, id).await
}

/// Says what the columns hold, and has the rows looked at anew.
pub async fn map(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ImportId,
    version: Option<i32>,
    mapping: &[Option<Field>],
) -> Result<Import> {
    may(actor)?;
    let import = lock(tx, id).await?;
    if version.is_some_and(|version| version != import.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let fields: Vec<_> = mapping.iter().flatten().collect();
    let twice = fields.iter().enumerate().any(|(place, field)| fields[..place].contains(field));
    if mapping.len() != import.columns.len() || twice || !fields::suffice(mapping) {
        return Err(Error::Invalid { field: "mapping", code: "import_mapping_invalid" });
    }
    match import.state {
        ImportState::Unmapped | ImportState::Checking | ImportState::Checked => {}
        _ => return Err(Error::Refused("import_over")),
    }
    store::set_columns(tx, id, import.head, &import.columns, mapping, ImportState::Checking).await?;
    enqueue(tx, id).await?;
    find(tx, id).await
}

/// The imports of the org, the newest first; at most `limit` before `before`.
pub async fn list(tx: &mut TenantTx, actor: &Actor, before: Option<ImportId>, limit: i64) -> Result<Vec<Import>> {
    may(actor)?;
    store::list(tx, None, before, limit).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: ImportId) -> Result<Import> {
    may(actor)?;
    find(tx, id).await
}

/// Rows that are not right, by number; at most `limit`.
pub async fn wrong_rows(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ImportId,
    after: ErrorsAfter,
    limit: i64,
) -> Result<Vec<WrongRow>> {
    may(actor)?;
    find(tx, id).await?;
    store::rows::wrong(tx, id, after.0, limit).await
}

/// Has it loaded: all rows that are right.
pub async fn load(tx: &mut TenantTx, actor: &Actor, id: ImportId) -> Result<Import> {
    may(actor)?;
    let import = lock(tx, id).await?;
    match import.state {
        ImportState::Checked if import.ok > 0 => {}
        ImportState::Checked => return Err(Error::Refused("import_nothing_right")),
        ImportState::Unmapped | ImportState::Checking => return Err(Error::Refused("import_not_checked")),
        _ => return Err(Error::Refused("import_over")),
    }
    store::set_loading(tx, id, actor.behind()).await?;
    enqueue(tx, id).await?;
    find(tx, id).await
}

/// Forgets a file that nobody wants.
pub async fn discard(tx: &mut TenantTx, actor: &Actor, id: ImportId) -> Result<Import> {
    may(actor)?;
    match lock(tx, id).await?.state {
        ImportState::Unmapped | ImportState::Checking | ImportState::Checked => {}
        _ => return Err(Error::Refused("import_over")),
    }
    store::set_state(tx, id, ImportState::Discarded).await?;
    store::rows::forget(tx, id).await?;
    find(tx, id).await
}

/// Where the message that shows it is now.
pub async fn card_sent(tx: &mut TenantTx, id: ImportId, message_id: i64) -> Result<()> {
    store::set_message(tx, id, message_id).await
}

/// Does what the job is for: looks at the rows, or loads them. Run twice, it changes nothing the second time.
pub async fn run(db: &Db, work: Work) -> Result<Option<Card>> {
    loop {
        let mut tx = db.tenant(work.org_id).await?;
        let import = lock(&mut tx, work.import).await?;
        match import.state {
            ImportState::Checking => check(&mut tx, &import).await?,
            ImportState::Loading => load_rows(&mut tx, &import).await?,
            _ => return Ok(import.card),
        }
        tx.commit().await?;
    }
}

/// Looks at the next rows; after the last, at all of them together.
async fn check(tx: &mut TenantTx, import: &Import) -> Result<()> {
    let after = import.checked.max(import.head);
    let rows = store::rows::page(tx, import.id, after, CHECKED_AT_ONCE).await?;
    let Some(last) = rows.last().map(|row| row.number) else {
        store::rows::check_together(tx, import.id, import.head).await?;
        return store::set_checked(tx, import.id, import.head).await;
    };
    let parsed: Vec<_> = rows.iter().map(|row| parse::row(&row.cells, &import.mapping)).collect();
    store::rows::save(tx, import.id, &rows, &parsed).await?;
    store::set_progress(tx, import.id, last).await
}

/// The register may have changed since the rows were looked at, so what concerns it is looked at again.
async fn load_rows(tx: &mut TenantTx, import: &Import) -> Result<()> {
    let (id, head) = (import.id, import.head);
    store::rows::check_together(tx, id, head).await?;
    store::set_checked(tx, id, head).await?;
    let outcome = Outcome {
        complexes: store::load::complexes(tx, id).await?,
        buildings: store::load::buildings(tx, id).await?,
        entrances: store::load::entrances(tx, id).await?,
        units: store::load::units(tx, id).await?,
        changed: store::load::changed_units(tx, id).await? + store::load::changed_people(tx, id).await?,
        people: store::load::people(tx, id).await? + store::load::named(tx, id).await?,
        undone: None,
    };
    for (unit, phone) in store::load::known(tx, id).await? {
        property::settle_known(tx, unit, &phone).await?;
    }
    let by = store::loaded_by(tx, id).await?;
    let actor = loader(tx, by).await?;
    store::set_loaded(tx, id, &outcome).await?;
    let done = Event::RegisterImported { import: id, rows: i64::from(find(tx, id).await?.ok), outcome };
    events::record(tx, &actor, &done).await
}

/// In whose name it is loaded. Whoever is gone since has said so nevertheless.
async fn loader(tx: &mut TenantTx, person: Option<PersonId>) -> Result<Actor> {
    match person {
        Some(person) => Actor::load(tx, person).await,
        None => Ok(Actor::System),
    }
}

/// Forgets rows of which nobody will ask any more, and changes that can no longer be undone. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::delete_old(tx).await
}

pub(super) async fn find(tx: &mut TenantTx, id: ImportId) -> Result<Import> {
    store::list(tx, Some(id), None, 1).await?.pop().ok_or(Error::NotFound("import"))
}

pub(super) async fn lock(tx: &mut TenantTx, id: ImportId) -> Result<Import> {
    store::lock(tx, id).await?;
    find(tx, id).await
}

async fn enqueue(tx: &mut TenantTx, id: ImportId) -> Result<()> {
    let payload = serde_json::json!({ "import": id });
    Ok(tx.enqueue(Work::TASK, &payload).await?)
}

/// A, B, … Z, AA: as a spreadsheet program calls columns.
fn letters(mut column: usize) -> String {
    let mut name = vec![];
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        match column / 26 {
            0 => return name.into_iter().collect(),
            rest => column = rest - 1,
        }
    }
}
