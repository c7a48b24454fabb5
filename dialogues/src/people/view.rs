//! The screens of the first meeting.

use domain::property::ResidentRole;
use i18n::{Lang, t};

use super::{Ask, State, action::HomeTap, notices::role_name};
use crate::{
    Action, Screen, Text, Viewer,
    screen::{Button, Key},
    text::shorten,
};

/// What is being asked.
pub(crate) fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    let lang = viewer.lang;
    let hello = Text::new()
        .plain(&t::people::hello(lang, viewer.identity.first_name()))
        .line()
        .plain(&t::people::this_is_bot_of(lang, &viewer.org.name));
    match &state.ask {
        Ask::LivesHere { address, number, .. } => {
            let text = hello
                .plain("\n\n")
                .bold(&t::people::home(lang, address, number))
                .line()
                .plain(&t::people::is_it_you(lang));
            Screen::says(text).rows(vec![
                vec![Button::success(t::people::yes_i_live_here(lang), Action::LivesHere)],
                vec![
                    Button::new(t::people::another_unit(lang), Action::LivesElsewhere),
                    Button::new(t::people::i_am_not_resident(lang), Action::NotResident),
                ],
                language_row(),
            ])
        }
        Ask::Phone { unit } => {
            let why = match unit {
                Some(_) => Text::new().plain(&t::people::phone_why(lang)),
                None => hello.plain("\n\n").plain(&t::people::phone_finds_home(lang)),
            };
            Screen::says(why).keyboard(vec![
                vec![Key::Contact(t::people::key_phone(lang))],
                vec![Key::Text(t::people::key_later(lang))],
            ])
        }
        Ask::Search { found } if found.is_empty() => {
            Screen::says(t::people::search(lang)).rows(vec![vec![Button::new(t::common::cancel(lang), Action::Cancel)]])
        }
        Ask::Search { found } => {
            let mut rows = vec![];
            for (building, address) in found {
                let label = shorten(&format!("🏠 {}", address.replace('\n', " ")), 44);
                rows.push(vec![Button::new(label, Action::Home(HomeTap::Building(*building)))]);
            }
            rows.push(vec![Button::new(t::common::cancel(lang), Action::Cancel)]);
            Screen::says(t::people::search_found(lang)).rows(rows)
        }
        Ask::Number { address, .. } => {
            Screen::says(t::people::search_number(lang, &shorten(address, 200))).rows(vec![vec![
                Button::new(t::people::another_building(lang), Action::Home(HomeTap::Search)),
                Button::new(t::common::cancel(lang), Action::Cancel),
            ]])
        }
        Ask::Role { address, number, .. } => {
            let text =
                Text::new().bold(&t::people::home(lang, address, number)).line().plain(&t::people::role_ask(lang));
            let button = |role: &ResidentRole| Button::new(role_name(lang, *role), Action::Home(HomeTap::Role(*role)));
            Screen::says(text).rows(ResidentRole::ALL.iter().map(|role| vec![button(role)]).collect())
        }
        Ask::Consent => Screen::says(t::people::consent(lang, &viewer.org.name))
            .rows(vec![vec![Button::success(t::people::consent_give(lang), Action::Home(HomeTap::Agree))]]),
    }
}

/// Every language in its own name.
pub(crate) fn language_row() -> Vec<Button> {
    Lang::ALL.map(|lang| Button::new(lang.native_name().to_owned(), Action::Language(lang))).into()
}

/// `/language`
pub(crate) fn language_screen(viewer: Viewer<'_>) -> Screen {
    Screen::says(t::common::choose_language(viewer.lang)).rows(vec![language_row()])
}
