//! The screens of the menu.

use i18n::{Lang, t};

use crate::{
    Action, Screen, Text, Viewer,
    action::{NotifyTap, SessionTap, ShiftTap},
    people::language_row,
    requests::{self, Draft, HOMES_SHOWN},
    screen::{Button, Key},
    text::shorten,
};

/// The main keyboard and one line; or the draft that was laid aside.
pub(crate) fn view(viewer: Viewer<'_>, draft: Option<&Draft>) -> Screen {
    let lang = viewer.lang;
    match draft {
        Some(draft) => {
            let text = Text::new()
                .bold(&t::menu::draft_waits(lang))
                .plain("\n\n")
                .plain(&requests::draft_summary(viewer, draft));
            Screen::says(text).rows(vec![
                vec![Button::success(t::menu::draft_resume(lang), Action::ResumeDraft)],
                vec![
                    Button::new(t::menu::draft_new(lang), Action::NewRequest),
                    Button::danger(t::menu::draft_drop(lang), Action::DropDraft),
                ],
            ])
        }
        None => {
            let work = viewer.identity.membership.is_some().then(|| format!("\n\n{}", t::menu::staff_hint(lang)));
            let text = Text::new()
                .bold(&viewer.org.name)
                .plain("\n\n")
                .plain(&t::menu::just_write(lang))
                .plain(&work.unwrap_or_default());
            Screen::says(text).keyboard(main_keys(lang))
        }
    }
}

/// The keys that stand under the input field.
pub(crate) fn main_keys(lang: Lang) -> Vec<Vec<Key>> {
    vec![
        vec![Key::Text(t::menu::key_new(lang)), Key::Text(t::menu::key_my(lang))],
        vec![Key::Text(t::menu::key_more(lang))],
    ]
}

/// Language and help.
pub(crate) fn more(viewer: Viewer<'_>) -> Screen {
    let lang = viewer.lang;
    let homes: String = viewer
        .identity
        .homes
        .iter()
        .take(HOMES_SHOWN)
        .map(|home| {
            let line = shorten(&t::people::home(lang, &home.address, &home.number), 120);
            if home.verified {
                format!("\n🏠 {line} ✓")
            } else {
                format!("\n🏠 {line} · {}", t::people::not_verified(lang))
            }
        })
        .collect();
    let text =
        Text::new().bold(&viewer.identity.name).plain(&homes).plain("\n\n").plain(&t::common::choose_language(lang));
    let mut rows = vec![language_row()];
    if viewer.identity.membership.is_some() {
        rows.push(vec![
            Button::new(t::work::jobs_title(lang), Action::Jobs),
            Button::new(t::shifts::title(lang), Action::Shift(ShiftTap::Show)),
        ]);
    }
    rows.push(vec![Button::new(t::notifications::button(lang), Action::Notify(NotifyTap::Show))]);
    rows.push(vec![Button::new(t::sessions::button(lang), Action::Session(SessionTap::List(None)))]);
    rows.push(vec![Button::new(t::menu::help_button(lang), Action::Help)]);
    Screen::says(text).rows(rows)
}

/// What the bot can do.
pub(crate) fn help(viewer: Viewer<'_>) -> Screen {
    let lang = viewer.lang;
    let text = Text::new().bold(&t::menu::help_title(lang)).plain("\n\n").plain(&t::menu::help_body(lang));
    Screen::says(text).rows(vec![
        vec![Button::success(t::menu::key_new(lang), Action::NewRequest)],
        vec![Button::new(t::menu::key_my(lang), Action::MyRequests { before: None })],
    ])
}
