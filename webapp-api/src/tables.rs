//! Files of the register, in and out: rows of a table into an import, its errors as a table.
//!
//! Reading blocks and is done beside the async threads; rows come over in batches, as fast as the database takes them,
//! so that no file is in memory as rows.

use std::{io::Cursor, ops::ControlFlow};

use axum::body::Bytes;
use domain::{
    Error, Result, TenantTx,
    access::Actor,
    ids::ImportId,
    imports::{self, ErrorsAfter, Fault, Field, Import, NewImport, SheetRow, Unread, WrongRow},
};
use i18n::{Lang, t};
use spreadsheets::{Limits, Row};
use tokio::{sync::mpsc, task::spawn_blocking};

pub use spreadsheets::Format;

/// The largest file, in bytes: what a bot can fetch, too.
pub const BYTES_MAX: u64 = 20 << 20;

/// Rows that are written at a time.
const BATCH: usize = 2_000;
/// So many wrong rows a file of errors has at most: whoever has more has made one mistake in all of them.
const ERRORS_MAX: usize = 10_000;

/// Takes in a file. One that was delivered before is not read again. What is not read gives [`Error::Invalid`].
pub async fn take_in(tx: &mut TenantTx, actor: &Actor, new: &NewImport<'_>, file: Bytes) -> Result<Import> {
    let (id, fresh) = imports::receive(tx, actor, new).await?;
    if !fresh {
        return imports::get(tx, actor, id).await;
    }
    let (send, mut receive) = mpsc::channel::<Vec<SheetRow>>(2);
    let reading = spawn_blocking(move || read(file, &send));
    while let Some(batch) = receive.recv().await {
        imports::stage(tx, id, &batch).await?;
    }
    reading.await.map_err(|error| Error::Internal(error.into()))?.map_err(refused)?;
    imports::list_columns(tx, id).await
}

fn read(file: Bytes, send: &mpsc::Sender<Vec<SheetRow>>) -> std::result::Result<(), spreadsheets::Error> {
    let limits = Limits { bytes: BYTES_MAX, ..Limits::default() };
    let mut batch = Vec::with_capacity(BATCH);
    spreadsheets::read(Cursor::new(file), &limits, |Row { number, cells }| {
        // A NUL is no character for PostgreSQL.
        let cells = cells.into_iter().map(|cell| if cell.contains('\0') { cell.replace('\0', "") } else { cell });
        batch.push(SheetRow { number: i32::try_from(number).unwrap_or(i32::MAX), cells: cells.collect() });
        if batch.len() < BATCH {
            return ControlFlow::Continue(());
        }
        match send.blocking_send(std::mem::take(&mut batch)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()), // nobody waits for them any more
        }
    })?;
    let _ = send.blocking_send(batch);
    Ok(())
}

fn refused(error: spreadsheets::Error) -> Error {
    use spreadsheets::Error as No;
    let unread = match error {
        No::TooLarge(_) | No::UnpacksTooLarge(_) => Unread::TooLarge,
        No::TooManyRows(_) => Unread::TooManyRows,
        No::TooManyColumns { .. } | No::CellTooLong { .. } => Unread::TooWide,
        No::OldOrEncrypted => Unread::OldOrEncrypted,
        No::NotATable => Unread::NotATable,
        No::Broken(_) | No::Io(_) => Unread::Broken,
        No::Empty => Unread::Empty,
    };
    unread.into()
}

/// The rows that are not right as a table: the number of each, what to correct, and what stood there.
pub async fn errors(tx: &mut TenantTx, actor: &Actor, id: ImportId, lang: Lang, format: Format) -> Result<Vec<u8>> {
    let import = imports::get(tx, actor, id).await?;
    let rows = imports::wrong_rows(tx, actor, id, ErrorsAfter::default(), ERRORS_MAX as i64).await?;
    let mut head = vec![t::imports::errors_row(lang), t::imports::errors_what(lang)];
    head.extend(import.columns.iter().cloned());
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let what = what_to_correct(lang, &import, &row);
            [row.number.to_string(), what].into_iter().chain(row.cells).collect()
        })
        .collect();
    let written = spawn_blocking(move || spreadsheets::write(format, &head, rows)).await;
    let written = written.map_err(|error| Error::Internal(error.into()))?;
    written.map_err(|error| Error::Internal(error.into()))
}

/// «Кв.: не заполнено; Телефон: …», by the names that the file itself has for its columns.
fn what_to_correct(lang: Lang, import: &Import, row: &WrongRow) -> String {
    let column = |field: Field| {
        let of = |field| import.mapping.iter().position(|holds| *holds == Some(field));
        let place = of(field).or_else(|| of(Field::Street))?;
        import.columns.get(place).filter(|name| !name.is_empty())
    };
    let said = row.problems.iter().map(|problem| match column(problem.0) {
        Some(name) => format!("{name}: {}", fault(lang, problem.1)),
        None => fault(lang, problem.1),
    });
    said.collect::<Vec<_>>().join("; ")
}

fn fault(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Missing => t::imports::fault_missing(lang),
        Fault::TooLong => t::imports::fault_too_long(lang),
        Fault::NotAnEntrance => t::imports::fault_not_an_entrance(lang),
        Fault::NotAFloor => t::imports::fault_not_a_floor(lang),
        Fault::NotAnArea => t::imports::fault_not_an_area(lang),
        Fault::UnknownKind => t::imports::fault_unknown_kind(lang),
        Fault::NotAPhone => t::imports::fault_not_a_phone(lang),
        Fault::SeveralPhones => t::imports::fault_several_phones(lang),
        Fault::UnknownRole => t::imports::fault_unknown_role(lang),
        Fault::Differs => t::imports::fault_differs(lang),
        Fault::AccountTaken => t::imports::fault_account_taken(lang),
    }
}
