//! What the card of an import shows.

use domain::imports::{Field, Import, ImportState, KEPT, Outcome, Undone};
use i18n::{Lang, t};

use super::action::{ImportAct, ImportTap};
use crate::{Action, Button, Screen, Text, requests::local_time};

/// How many, and the words for it.
type Count = (i64, fn(Lang, i64) -> String);

/// The card as it is now.
pub fn card(lang: Lang, time_zone: &str, import: &Import) -> Screen {
    let mut text = Text::new().bold(&t::imports::title(lang, &import.file_name));
    let mut say = |line: &str| text = std::mem::take(&mut text).line().plain(line);
    let tap = |act| Action::Import(ImportTap { act, import: import.id });
    let load = || Button::success(t::imports::load(lang), tap(ImportAct::Load));
    let errors = || Button::new(t::imports::errors(lang), tap(ImportAct::Errors));
    let discard = || Button::new(t::imports::discard(lang), tap(ImportAct::Discard));
    let mut rows = vec![];
    match import.state {
        ImportState::Unmapped => {
            say(&t::imports::unmapped(lang));
            rows.push(vec![discard()]);
        }
        ImportState::Checking => say(&t::imports::checking(lang, percent(import))),
        ImportState::Checked => {
            say(&counts(lang, import));
            say("");
            for line in columns(lang, import) {
                say(&line);
            }
            if import.ok > 0 {
                rows.push(vec![load()]);
            }
            if import.wrong > 0 {
                rows.push(vec![errors()]);
            }
            rows.push(vec![discard()]);
        }
        ImportState::Loading => {
            say(&counts(lang, import));
            say(&t::imports::loading(lang));
        }
        ImportState::Loaded => {
            say(&counts(lang, import));
            say("");
            for line in made(lang, &import.outcome.unwrap_or_default()) {
                say(&line);
            }
            if let Some(at) = import.loaded_at {
                say("");
                say(&t::imports::undo_until(lang, &local_time(time_zone, at + KEPT)));
            }
            if import.wrong > 0 {
                rows.push(vec![errors()]);
            }
            rows.push(vec![Button::danger(t::imports::undo(lang), tap(ImportAct::Undo))]);
        }
        ImportState::Undone => {
            for line in taken_back(lang, &import.outcome.and_then(|outcome| outcome.undone).unwrap_or_default()) {
                say(&line);
            }
        }
        ImportState::Discarded => say(&t::imports::discarded(lang)),
    }
    Screen::says(text).rows(rows)
}

fn percent(import: &Import) -> i64 {
    i64::from(import.checked) * 100 / i64::from(import.last_row.max(1))
}

fn counts(lang: Lang, import: &Import) -> String {
    let (rows, ok) = (t::imports::rows(lang, import.rows.into()), t::imports::ok(lang, import.ok.into()));
    t::imports::checked(lang, &rows, &ok, &t::imports::wrong(lang, import.wrong.into()))
}

/// What was understood of the head: a mistake is seen before it is loaded.
fn columns(lang: Lang, import: &Import) -> Vec<String> {
    let known = import.columns.iter().zip(&import.mapping).filter_map(|(name, holds)| Some((name, (*holds)?)));
    let known = known.map(|(name, holds)| format!("{} → {}", crate::text::shorten(name, 40), field(lang, holds)));
    [format!("{}:", t::imports::columns(lang))].into_iter().chain(known).collect()
}

fn made(lang: Lang, outcome: &Outcome) -> Vec<String> {
    let mut lines = vec![t::imports::loaded(lang)];
    let counts: [Count; 4] = [
        (outcome.buildings, t::imports::new_buildings),
        (outcome.units, t::imports::new_units),
        (outcome.people, t::imports::new_people),
        (outcome.changed, t::imports::changed),
    ];
    lines.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(lang, count)));
    if lines.len() == 1 {
        lines.push(t::imports::nothing_new(lang));
    }
    lines
}

fn taken_back(lang: Lang, undone: &Undone) -> Vec<String> {
    let mut lines = vec![t::imports::undone(lang)];
    let counts: [Count; 4] = [
        (undone.removed, t::imports::removed),
        (undone.restored, t::imports::restored),
        (undone.kept_used, t::imports::kept_used),
        (undone.kept_changed, t::imports::kept_changed),
    ];
    lines.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(lang, count)));
    lines
}

/// What a column holds, in words.
fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::Complex => t::imports::field_complex(lang),
        Field::Street => t::imports::field_street(lang),
        Field::Building => t::imports::field_building(lang),
        Field::Block => t::imports::field_block(lang),
        Field::Entrance => t::imports::field_entrance(lang),
        Field::Unit => t::imports::field_unit(lang),
        Field::Floor => t::imports::field_floor(lang),
        Field::Area => t::imports::field_area(lang),
        Field::Account => t::imports::field_account(lang),
        Field::Kind => t::imports::field_kind(lang),
        Field::Name => t::imports::field_name(lang),
        Field::Phone => t::imports::field_phone(lang),
        Field::Role => t::imports::field_role(lang),
    }
}
