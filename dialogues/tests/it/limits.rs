//! What Telegram takes in one message (Bot API, `sendMessage`, `InlineKeyboardButton`, `MessageEntity`).

use dialogues::{Action, Buttons, Key, Screen};

/// Fails with what is wrong with the screen.
pub fn check(screen: &Screen, what: &str) {
    let units: Vec<u16> = screen.text.as_str().encode_utf16().collect();
    assert!(!screen.text.is_empty(), "{what}: says nothing");
    assert!(units.len() <= 4096, "{what}: {} units of text", units.len());
    assert_eq!(units.len(), screen.text.len(), "{what}: the length is counted wrongly");
    for span in screen.text.spans() {
        let shown = units
            .get(span.offset..span.offset + span.length)
            .unwrap_or_else(|| panic!("{what}: {span:?} points outside"));
        let shown = String::from_utf16(shown).unwrap_or_else(|_| panic!("{what}: {span:?} tears a character"));
        assert!(!shown.is_empty() && shown.trim() == shown, "{what}: {span:?} begins or ends in white space");
    }
    match &screen.buttons {
        Buttons::None => {}
        Buttons::Inline(rows) => {
            let total: usize = rows.iter().map(Vec::len).sum();
            assert!(total <= 100, "{what}: {total} buttons");
            for row in rows {
                assert!((1..=8).contains(&row.len()), "{what}: {} buttons in a row", row.len());
                for button in row {
                    label(&button.label, what);
                    let data = button.action.encode();
                    assert!(data.len() <= 64, "{what}: {data}");
                    assert_eq!(Action::decode(&data), Some(button.action), "{what}");
                }
            }
        }
        Buttons::Keyboard(rows) => {
            for key in rows.iter().flatten() {
                let (Key::Text(text) | Key::Contact(text) | Key::Location(text)) = key;
                label(text, what);
            }
            assert!(rows.iter().all(|row| (1..=8).contains(&row.len())), "{what}: a row of keys");
        }
        Buttons::ForceReply { placeholder } => label(placeholder, what),
    }
}

fn label(label: &str, what: &str) {
    let length = label.chars().count();
    assert!(!label.trim().is_empty() && length <= 64, "{what}: a label of {length} characters: {label}");
}
