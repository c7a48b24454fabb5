//! The screens of filing a request, and the words for what it is about and where it stands.

use domain::{
    ids::RequestId,
    requests::{Category, Place, Status},
};
use i18n::{Lang, t};

use super::{Draft, Reply, State};
use crate::{
    Action, Screen, Text, Viewer,
    action::{Part, PlaceChoice, RequestTap, Surface},
    screen::Button,
    text::{Look, shorten},
};

/// How much of a text a draft or a card quotes, in UTF-16 code units: the rest of a message holds everything else.
pub(crate) const QUOTE_MAX: usize = 2400;

/// How many of a person's homes a screen names: a landlord has more than a message holds.
pub(crate) const HOMES_SHOWN: usize = 20;

/// How much of a label a phone shows, in UTF-16 code units.
const LABEL_MAX: usize = 64;

/// What is being asked.
pub(crate) fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    let lang = viewer.lang;
    let stop = || Button::danger(t::common::cancel(lang), Action::Cancel);
    let back = || Button::new(t::common::back(lang), Action::Back);
    match state {
        State::Category(draft) => {
            let mut rows: Vec<Vec<Button>> = Category::ALL
                .chunks(2)
                .map(|pair| {
                    let button = |category: &Category| {
                        let label = format!("{} {}", category_icon(*category), category_name(lang, *category));
                        Button::new(label, Action::Category(*category))
                    };
                    pair.iter().map(button).collect()
                })
                .collect();
            rows.push(if draft.category.is_some() { vec![back(), stop()] } else { vec![stop()] });
            Screen::says(asked(lang, draft, &t::requests::ask_category(lang))).rows(rows)
        }
        State::Place(draft) => {
            let homes = viewer.identity.homes.iter().take(HOMES_SHOWN).map(|home| {
                let label = format!("🏠 {}", t::people::home(lang, &home.address, &home.number));
                vec![Button::new(shorten(&label, LABEL_MAX), Action::Place(PlaceChoice::Unit(home.unit)))]
            });
            let mut rows: Vec<Vec<Button>> = homes.collect();
            rows.push(vec![
                Button::new(t::requests::place_entrance(lang), Action::Place(PlaceChoice::Entrance)),
                Button::new(t::requests::place_yard(lang), Action::Place(PlaceChoice::Yard)),
            ]);
            rows.push(vec![back(), stop()]);
            let text =
                asked(lang, draft, &t::requests::ask_place(lang)).line().plain(&t::requests::ask_place_hint(lang));
            Screen::says(text).rows(rows)
        }
        State::Describe { draft, .. } => {
            let text =
                asked(lang, draft, &t::requests::ask_words(lang)).line().plain(&t::requests::ask_words_hint(lang));
            Screen::says(text).rows(vec![vec![back(), stop()]])
        }
        State::Review(draft) => Screen::says(review(viewer, draft)).rows(vec![
            vec![Button::success(t::requests::submit(lang), Action::Submit)],
            vec![
                Button::new(t::requests::edit_category(lang), Action::Edit(Part::Category)),
                Button::new(t::requests::edit_place(lang), Action::Edit(Part::Place)),
                Button::new(t::requests::edit_words(lang), Action::Edit(Part::Words)),
            ],
            vec![stop()],
        ]),
        State::Reply(Reply { number, album: None, .. }) => {
            let text =
                Text::new().bold(&t::requests::reply_title(lang, *number)).line().plain(&t::requests::reply_hint(lang));
            Screen::says(text).rows(vec![vec![stop()]])
        }
        State::Reply(Reply { number, album: Some(_), .. }) => Screen::says(t::requests::passed_on(lang, *number)),
    }
}

/// A question, below what has been noted so far.
fn asked(lang: Lang, draft: &Draft, question: &str) -> Text {
    let text = Text::new();
    let text = match noted(lang, draft) {
        Some(noted) => text.plain(&noted).plain("\n\n"),
        None => text,
    };
    text.bold(question)
}

/// «📝 Течёт… · 📷 2», in one line.
fn noted(lang: Lang, draft: &Draft) -> Option<String> {
    let words = (!draft.words.is_empty()).then(|| format!("📝 {}", shorten(&draft.words.replace('\n', " "), 160)));
    let files = (!draft.attachments.is_empty()).then(|| t::requests::attachments(lang, draft.attachments.len() as i64));
    let parts: Vec<String> = words.into_iter().chain(files).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// A draft in one line, for the menu that offers it again.
pub(crate) fn draft_summary(viewer: Viewer<'_>, draft: &Draft) -> String {
    let lang = viewer.lang;
    let category =
        draft.category.map(|category| format!("{} {}", category_icon(category), category_name(lang, category)));
    let parts: Vec<String> = category.into_iter().chain(noted(lang, draft)).collect();
    if parts.is_empty() { t::requests::draft_empty(lang) } else { parts.join("\n") }
}

fn review(viewer: Viewer<'_>, draft: &Draft) -> Text {
    let lang = viewer.lang;
    let mut text = Text::new().bold(&t::requests::new_title(lang)).line();
    if let Some(category) = draft.category {
        text = text.plain(&format!("{} {}", category_icon(category), category_name(lang, category))).line();
    }
    if let Some(place) = draft.place {
        let home = match place {
            Place::Unit(unit) => viewer.identity.homes.iter().find(|home| home.unit == unit),
            _ => viewer.identity.homes.first(),
        };
        let home = home.map(|home| t::people::home(lang, &home.address, &home.number));
        text = text.plain(&place_line(lang, place, home.as_deref())).line();
    }
    if !draft.words.is_empty() {
        text = text.look(Look::Quote, &shorten(&draft.words, QUOTE_MAX)).line();
    }
    if !draft.attachments.is_empty() {
        text = text.plain(&t::requests::attachments(lang, draft.attachments.len() as i64)).line();
    }
    text.line().plain(&t::requests::review_hint(lang))
}

/// One row of stars.
pub(crate) fn rating(lang: Lang, id: RequestId, number: i64) -> Screen {
    Screen::says(t::requests::ask_rating(lang, number)).rows(vec![star_row(id, Surface::Message)])
}

/// «★1 … ★5».
pub(crate) fn star_row(id: RequestId, on: Surface) -> Vec<Button> {
    (1..=5)
        .map(|stars| Button::new(format!("★{stars}"), Action::Request { tap: RequestTap::Rate(stars), id, on }))
        .collect()
}

/// «★★★☆☆».
pub(crate) fn stars(stars: u8) -> String {
    (1..=5).map(|star| if star <= stars { '★' } else { '☆' }).collect()
}

/// «Отменить заявку №5?»
pub(crate) fn sure_to_cancel(lang: Lang, id: RequestId, number: i64) -> Screen {
    Screen::says(t::requests::sure_to_cancel(lang, number)).rows(vec![vec![
        Button::danger(
            t::requests::yes_cancel(lang),
            Action::Request { tap: RequestTap::Cancel, id, on: Surface::Message },
        ),
        Button::new(t::common::no(lang), Action::Menu),
    ]])
}

/// «📍 …», with the home that it was filed from.
pub(crate) fn place_line(lang: Lang, place: Place, home: Option<&str>) -> String {
    let place = match place {
        Place::Unit(_) => return format!("📍 {}", home.unwrap_or_default()),
        Place::Entrance => t::requests::at_entrance(lang),
        Place::Yard => t::requests::at_yard(lang),
        Place::Point { latitude, longitude } => t::requests::at_point(lang, &format!("{latitude:.5}, {longitude:.5}")),
    };
    match home {
        Some(home) => format!("📍 {place} · {home}"),
        None => format!("📍 {place}"),
    }
}

/// The picture of a category.
pub(crate) fn category_icon(category: Category) -> &'static str {
    match category {
        Category::Plumbing => "🚿",
        Category::Electricity => "💡",
        Category::Heating => "🔥",
        Category::Elevator => "🛗",
        Category::Yard => "🌳",
        Category::Other => "🛠",
    }
}

/// The name of a category.
pub(crate) fn category_name(lang: Lang, category: Category) -> String {
    match category {
        Category::Plumbing => t::requests::category_plumbing(lang),
        Category::Electricity => t::requests::category_electricity(lang),
        Category::Heating => t::requests::category_heating(lang),
        Category::Elevator => t::requests::category_elevator(lang),
        Category::Yard => t::requests::category_yard(lang),
        Category::Other => t::requests::category_other(lang),
    }
}

/// The picture of a status.
pub(crate) fn status_icon(status: Status) -> &'static str {
    match status {
        Status::New => "🆕",
        Status::InProgress => "👷",
        Status::Done => "✅",
        Status::Returned => "↩️",
        Status::Closed => "☑️",
        Status::Cancelled => "✖️",
    }
}

/// The name of a status.
pub(crate) fn status_name(lang: Lang, status: Status) -> String {
    match status {
        Status::New => t::requests::status_new(lang),
        Status::InProgress => t::requests::status_in_progress(lang),
        Status::Done => t::requests::status_done(lang),
        Status::Returned => t::requests::status_returned(lang),
        Status::Closed => t::requests::status_closed(lang),
        Status::Cancelled => t::requests::status_cancelled(lang),
    }
}
