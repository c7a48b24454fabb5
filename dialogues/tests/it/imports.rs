//! The card of an import, as it is shown in each state and language.

use domain::{
    ids::ImportId,
    imports::{Field, Import, ImportState, Outcome, Undone},
};
use i18n::Lang;
use testkit::TestDatabase;

use crate::chat::drawn;

fn import(state: ImportState, at: chrono::DateTime<chrono::Utc>) -> Import {
    let undone = Undone { removed: 1203, restored: 4, kept_used: 2, kept_changed: 1 };
    let made = Outcome { complexes: 1, buildings: 3, entrances: 12, units: 600, people: 601, changed: 4, undone: None };
    Import {
        id: ImportId(uuid::Uuid::from_u128(1)),
        person: None,
        file_name: "Реестр (ноябрь).xlsx".into(),
        state,
        head: 1,
        columns: ["Дом", "Кв.", "Комментарий", "Телефон"].map(str::to_owned).to_vec(),
        mapping: vec![Some(Field::Building), Some(Field::Unit), None, Some(Field::Phone)],
        rows: 1204,
        last_row: 1205,
        checked: 421,
        ok: 1180,
        wrong: 24,
        outcome: match state {
            ImportState::Loaded => Some(made),
            ImportState::Undone => Some(Outcome { undone: Some(undone), ..made }),
            _ => None,
        },
        card: None,
        version: 1,
        created_at: at,
        updated_at: at,
        loaded_at: (state == ImportState::Loaded).then_some(at),
    }
}

#[tokio::test]
async fn a_card_tells_where_the_file_stands() -> anyhow::Result<()> {
    let at = TestDatabase::new().await?.source().now();
    for lang in Lang::ALL {
        let states = [
            ImportState::Unmapped,
            ImportState::Checking,
            ImportState::Checked,
            ImportState::Loading,
            ImportState::Loaded,
            ImportState::Undone,
            ImportState::Discarded,
        ];
        let cards = states.map(|state| {
            let screen = dialogues::imports::card(lang, "Asia/Tashkent", &import(state, at));
            format!("── {state:?}\n{}", drawn(&screen, "│"))
        });
        insta::assert_snapshot!(format!("import_in_{}", lang.code()), cards.join("\n"));
    }
    Ok(())
}
