//! The screens of filing a request.

use domain::{categories::PlaceKind, ids::RequestId, requests::Place};
use i18n::{Lang, t};

use super::{
    Draft, Reply, State,
    words::{category_label, place_line, slot_line},
};
use crate::{
    Action, Screen, Text, Viewer,
    action::{Part, PlaceChoice, RequestTap, SlotChoice, Surface},
    screen::Button,
    text::{Look, shorten},
};

/// How much of a text a draft or a card quotes, in UTF-16 code units: the rest of a message holds everything else.
pub(crate) const QUOTE_MAX: usize = 2400;

/// How many of a person's homes a screen names: a landlord has more than a message holds.
pub(crate) const HOMES_SHOWN: usize = 20;

/// How many categories a screen offers.
const CATEGORIES_SHOWN: usize = 40;

/// How much of a label a phone shows, in UTF-16 code units.
const LABEL_MAX: usize = 64;

/// What is being asked.
pub(crate) fn view(viewer: Viewer<'_>, state: &State) -> Screen {
    let lang = viewer.lang;
    let stop = || Button::danger(t::common::cancel(lang), Action::Cancel);
    let back = || Button::new(t::common::back(lang), Action::Back);
    match state {
        State::Category(draft) => {
            let mut rows = in_pairs(lang, viewer.categories.kinds());
            rows.push(if draft.about.is_some() { vec![back(), stop()] } else { vec![stop()] });
            Screen::says(asked(lang, draft, &t::requests::ask_category(lang))).rows(rows)
        }
        State::Problem(draft) => {
            let kind = draft.about.and_then(|id| viewer.categories.get(id));
            let mut rows = kind.map(|kind| in_pairs(lang, viewer.categories.problems(kind.id))).unwrap_or_default();
            if let Some(kind) = kind {
                rows.push(vec![Button::new(t::requests::other_problem(lang), Action::Category(kind.id))]);
            }
            rows.push(vec![back(), stop()]);
            let title = kind.map(|kind| category_label(lang, kind)).unwrap_or_default();
            Screen::says(asked(lang, draft, &t::requests::ask_problem(lang, &title))).rows(rows)
        }
        State::Place(draft) => place(viewer, draft, back(), stop()),
        State::Describe { draft, .. } => {
            let text =
                asked(lang, draft, &t::requests::ask_words(lang)).line().plain(&t::requests::ask_words_hint(lang));
            Screen::says(text).rows(vec![vec![back(), stop()]])
        }
        State::Slot(draft) => {
            let text = asked(lang, draft, &t::requests::ask_slot(lang)).line().plain(&t::requests::ask_slot_hint(lang));
            let button = |choice| Button::new(slot_label(lang, choice), Action::Slot(choice));
            let mut rows: Vec<Vec<Button>> =
                SlotChoice::ALL.chunks(2).map(|pair| pair.iter().map(|choice| button(*choice)).collect()).collect();
            rows.push(vec![back(), stop()]);
            Screen::says(text).rows(rows)
        }
        State::Review(draft) => Screen::says(review(viewer, draft)).rows(vec![
            vec![
                Button::success(t::requests::submit(lang), Action::Submit),
                if draft.is_urgent {
                    Button::new(t::requests::not_urgent(lang), Action::Urgent)
                } else {
                    Button::danger(t::requests::urgent(lang), Action::Urgent)
                },
            ],
            vec![
                Button::new(t::requests::edit_category(lang), Action::Edit(Part::Category)),
                Button::new(t::requests::edit_place(lang), Action::Edit(Part::Place)),
            ],
            vec![
                Button::new(t::requests::edit_words(lang), Action::Edit(Part::Words)),
                Button::new(t::requests::edit_slot(lang), Action::Edit(Part::Slot)),
            ],
            vec![stop()],
        ]),
        State::Alike { number, words, .. } => {
            let text = Text::new().bold(&t::requests::alike_title(lang, *number)).line();
            let text = if words.is_empty() { text } else { text.look(Look::Quote, &shorten(words, 160)).line() };
            Screen::says(text.plain(&t::requests::alike_question(lang))).rows(vec![
                vec![Button::success(t::requests::join(lang), Action::Join)],
                vec![Button::new(t::requests::file_anyway(lang), Action::FileAnyway)],
                vec![back(), stop()],
            ])
        }
        State::Reply(Reply { number, album: None, .. }) => {
            let text =
                Text::new().bold(&t::requests::reply_title(lang, *number)).line().plain(&t::requests::reply_hint(lang));
            Screen::says(text).rows(vec![vec![stop()]])
        }
        State::Reply(Reply { number, album: Some(_), .. }) => Screen::says(t::requests::passed_on(lang, *number)),
        State::Work(asked) => super::work::view(lang, asked),
        State::Remark(Reply { number, .. }) => {
            let text = Text::new().bold(&t::requests::remark_title(lang, *number)).line();
            Screen::says(text.plain(&t::requests::remark_hint(lang))).rows(vec![vec![stop()]])
        }
    }
}

/// Where it can be: of a category that is only ever at one kind of place the others are not offered.
fn place(viewer: Viewer<'_>, draft: &Draft, back: Button, stop: Button) -> Screen {
    let lang = viewer.lang;
    let category = draft.about.and_then(|id| viewer.categories.get(id));
    let can_be = |kind| category.is_none_or(|category| category.places.contains(&kind));
    let homes = viewer.identity.homes.iter().take(HOMES_SHOWN).filter(|_| can_be(PlaceKind::Unit));
    let homes = homes.map(|home| {
        let label = format!("🏠 {}", t::people::home(lang, &home.address, &home.number));
        vec![Button::new(shorten(&label, LABEL_MAX), Action::Place(PlaceChoice::Unit(home.unit)))]
    });
    let mut rows: Vec<Vec<Button>> = homes.collect();
    let common = [
        (PlaceKind::Entrance, t::requests::place_entrance(lang), PlaceChoice::Entrance),
        (PlaceKind::Yard, t::requests::place_yard(lang), PlaceChoice::Yard),
    ];
    let common = common.into_iter().filter(|(kind, ..)| can_be(*kind));
    rows.push(common.map(|(_, label, choice)| Button::new(label, Action::Place(choice))).collect());
    rows.push(vec![back, stop]);
    let text = asked(lang, draft, &t::requests::ask_place(lang)).line().plain(&t::requests::ask_place_hint(lang));
    Screen::says(text).rows(rows)
}

/// Categories as buttons, two in a row.
fn in_pairs<'a>(lang: Lang, categories: impl Iterator<Item = &'a domain::categories::Category>) -> Vec<Vec<Button>> {
    let buttons: Vec<Button> = categories
        .take(CATEGORIES_SHOWN)
        .map(|category| Button::new(category_label(lang, category), Action::Category(category.id)))
        .collect();
    buttons.chunks(2).map(<[Button]>::to_vec).collect()
}

fn slot_label(lang: Lang, choice: SlotChoice) -> String {
    match choice {
        SlotChoice::Any => t::requests::slot_any(lang),
        SlotChoice::TodayEvening => t::requests::slot_today_evening(lang),
        SlotChoice::TomorrowMorning => t::requests::slot_tomorrow_morning(lang),
        SlotChoice::TomorrowEvening => t::requests::slot_tomorrow_evening(lang),
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
    let category = draft.about.and_then(|id| viewer.categories.get(id)).map(|category| category_label(lang, category));
    let parts: Vec<String> = category.into_iter().chain(noted(lang, draft)).collect();
    if parts.is_empty() { t::requests::draft_empty(lang) } else { parts.join("\n") }
}

fn review(viewer: Viewer<'_>, draft: &Draft) -> Text {
    let lang = viewer.lang;
    let mut text = Text::new().bold(&t::requests::new_title(lang)).line();
    if let Some(place) = draft.place {
        let home = match place {
            Place::Unit(unit) => viewer.identity.homes.iter().find(|home| home.unit == unit),
            _ => viewer.identity.homes.first(),
        };
        let home = home.map(|home| t::people::home(lang, &home.address, &home.number));
        text = text.plain(&place_line(lang, place, home.as_deref())).line();
    }
    if let Some(category) = draft.about.and_then(|id| viewer.categories.get(id)) {
        let kind = category.parent.and_then(|kind| viewer.categories.get(kind));
        let kind = kind.map(|kind| format!("{} → ", kind.names.in_language(crate::language_of(lang))));
        let guessed = if draft.is_guess { format!(" {}", t::requests::guessed(lang)) } else { String::new() };
        let name = category.names.in_language(crate::language_of(lang));
        text = text.plain(&format!("{} {}{name}{guessed}", category.icon, kind.unwrap_or_default())).line();
    }
    if !draft.words.is_empty() {
        text = text.look(Look::Quote, &shorten(&draft.words, QUOTE_MAX)).line();
    }
    if !draft.attachments.is_empty() {
        text = text.plain(&t::requests::attachments(lang, draft.attachments.len() as i64)).line();
    }
    if let Some(slot) = draft.slot {
        text = text.plain(&format!("🗓 {}", slot_line(&viewer.org.time_zone, slot))).line();
    }
    if draft.is_urgent {
        text = text.bold(&t::requests::urgent_line(lang)).line();
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
