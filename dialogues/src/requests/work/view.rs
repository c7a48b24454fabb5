//! What is asked about the work, as screens.

use domain::{
    ids::RequestId,
    orgs::Org,
    requests::{Missing, PauseReason, Stage, Turnout},
};
use i18n::{Lang, t};

use super::{
    super::words::{money, pause_name},
    Ask, Work,
};
use crate::{
    Action, Screen, Text,
    action::{RequestTap, ResultWord, Surface, When},
    screen::{Button, Key},
    text::shorten,
};

/// As much as a phone shows of one button, in UTF-16 code units.
const USUAL_MAX: usize = 40;

fn on_message(id: RequestId, tap: RequestTap) -> Action {
    Action::Request { tap, id, on: Surface::Message }
}

/// What is asked.
pub(crate) fn view(lang: Lang, asked: &Work) -> Screen {
    let (id, number) = (asked.request, asked.number);
    let stop = || Button::new(t::common::cancel(lang), Action::Cancel);
    let to_card = || Button::new(t::work::to_card(lang), on_message(id, RequestTap::Show));
    let titled = |title: &str, hint: &str| Text::new().bold(title).line().plain(hint);
    match &asked.ask {
        Ask::Location => Screen::says(t::work::ask_location(lang, number)).keyboard(vec![
            vec![Key::Location(t::work::key_location(lang))],
            vec![Key::Text(t::work::key_skip(lang)), Key::Text(t::common::cancel(lang))],
        ]),
        Ask::Far { metres } => Screen::says(t::work::far(lang, &distance(lang, *metres))).rows(vec![vec![
            Button::success(t::work::far_yes(lang), on_message(id, RequestTap::ArriveAnyway)),
            stop(),
        ]]),
        Ask::Photos { stage, count: 0 } => {
            let title = match stage {
                Stage::Before => t::work::ask_before(lang, number),
                Stage::After => t::work::ask_after(lang, number),
            };
            Screen::says(titled(&title, &t::work::ask_photo_hint(lang))).rows(vec![vec![stop()]])
        }
        Ask::Photos { stage, count } => Screen::says(match stage {
            Stage::Before => t::work::saved_before(lang, number, *count),
            Stage::After => t::work::saved_after(lang, number, *count),
        })
        .rows(vec![vec![to_card()]]),
        Ask::Material { noted, usual } => {
            let mut rows: Vec<Vec<Button>> = usual
                .iter()
                .filter(|one| noted.as_ref().is_none_or(|noted| noted.line != one.line))
                .map(|one| {
                    let label = shorten(&one.line, USUAL_MAX);
                    vec![Button::new(label, on_message(id, RequestTap::UseMaterial(one.id)))]
                })
                .collect();
            let text = match noted {
                None => {
                    rows.push(vec![stop()]);
                    titled(&t::work::ask_material(lang, number), &t::work::ask_material_hint(lang))
                }
                Some(noted) => {
                    let remove = RequestTap::RemoveMaterial(noted.id);
                    let remove = Button::new(t::work::material_remove(lang), on_message(id, remove));
                    rows.push(vec![to_card(), remove]);
                    titled(&shorten(&noted.line, 200), &t::work::material_added(lang))
                }
            };
            Screen::says(text).rows(rows)
        }
        Ask::Price => Screen::says(titled(&t::work::ask_price(lang, number), &t::work::ask_price_hint(lang)))
            .rows(vec![vec![stop()]]),
        Ask::Until { reason } => until(lang, id, number, *reason, stop()),
        Ask::Result => {
            let finish = |word| on_message(id, RequestTap::Finish(word));
            let words = ResultWord::ALL.map(|word| Button::new(result_words(lang, word), finish(Some(word))));
            Screen::says(titled(&t::work::ask_result(lang, number), &t::work::ask_result_hint(lang))).rows(vec![
                words.to_vec(),
                vec![Button::success(t::work::result_none(lang), finish(None))],
                vec![stop()],
            ])
        }
    }
}

fn until(lang: Lang, id: RequestId, number: i64, reason: PauseReason, stop: Button) -> Screen {
    let title = t::work::ask_until(lang, number, &pause_name(lang, reason));
    let text = Text::new().bold(&title).line().plain(&t::requests::ask_slot_hint(lang));
    let button = |when| {
        let label = match when {
            When::Evening => t::work::until_evening(lang),
            When::Morning => t::work::until_morning(lang),
            When::Monday => t::work::until_monday(lang),
        };
        Button::new(label, on_message(id, RequestTap::Until(reason, when)))
    };
    Screen::says(text).rows(vec![vec![button(When::Evening), button(When::Morning)], vec![button(When::Monday), stop]])
}

/// «2 км», «350 м».
pub(super) fn distance(lang: Lang, metres: i32) -> String {
    let metres = i64::from(metres);
    match metres {
        ..1000 => t::work::metres(lang, metres),
        _ => {
            let tenths = (metres + 50) / 100;
            let (whole, rest) = (tenths / 10, tenths % 10);
            let kilometres = if rest == 0 || whole >= 10 { whole.to_string() } else { format!("{whole},{rest}") };
            t::work::kilometres(lang, &kilometres)
        }
    }
}

/// What was done, in words that the resident reads.
pub(super) fn result_words(lang: Lang, word: ResultWord) -> String {
    match word {
        ResultWord::Repaired => t::work::result_repaired(lang),
        ResultWord::Replaced => t::work::result_replaced(lang),
        ResultWord::Adjusted => t::work::result_adjusted(lang),
    }
}

/// Everything that «Готово» is refused for, in one sentence.
pub(super) fn missing(lang: Lang, missing: &[Missing]) -> String {
    let what: Vec<String> = missing
        .iter()
        .map(|one| match one {
            Missing::Photo(Stage::Before) => t::work::missing_before(lang),
            Missing::Photo(Stage::After) => t::work::missing_after(lang),
            Missing::Step(words) => t::work::missing_step(lang, &shorten(&words.replace('\n', " "), 40)),
            Missing::Price => t::work::missing_price(lang),
        })
        .collect();
    t::work::missing(lang, &what.join("; "))
}

/// «🧾 За смену: 6 заявок · ★4.8 · 2 возврата · материалы 412 000 UZS».
pub fn turnout(lang: Lang, org: &Org, sum: &Turnout) -> String {
    let parts = [
        Some(t::work::turnout(lang, sum.done)),
        sum.rating.map(|rating| format!("★{rating:.1}")),
        (sum.returns > 0).then(|| t::work::turnout_returns(lang, sum.returns)),
        (sum.materials > 0).then(|| t::work::turnout_materials(lang, &money(&org.currency, sum.materials))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
