//! The screens of one's own sign-ins.

use domain::{
    ids::SessionId,
    sessions::{Kind, Session},
};
use i18n::{Lang, t};

use super::device;
use crate::{Action, Screen, Text, Viewer, action::SessionTap, requests::local_time, screen::Button, text::shorten};

/// As much as a phone shows of one button, in UTF-16 code units.
const LABEL_MAX: usize = 44;

/// A page of the sign-ins; `first` says whether it is the first one, `more` after which the next begins.
pub(crate) fn list(viewer: Viewer<'_>, page: &[Session], first: bool, more: Option<SessionId>) -> Screen {
    let lang = viewer.lang;
    if page.is_empty() {
        return Screen::says(t::sessions::none(lang));
    }
    let mut rows: Vec<Vec<Button>> = page
        .iter()
        .map(|session| {
            let address = session.address.map(|address| format!(" · {address}")).unwrap_or_default();
            let label = format!("{} {}{address}", sign(session.kind), device_of(lang, session));
            vec![Button::new(shorten(&label, LABEL_MAX), tap(SessionTap::Show(session.id)))]
        })
        .collect();
    let mut turns = vec![];
    if !first {
        turns.push(Button::new(t::members::first(lang), tap(SessionTap::List(None))));
    }
    turns.extend(more.map(|last| Button::new(t::members::next(lang), tap(SessionTap::List(Some(last))))));
    rows.push(turns);
    rows.push(vec![Button::danger(t::sessions::end_all(lang), tap(SessionTap::AskAll))]);
    let text = Text::new().bold(&t::sessions::title(lang)).line().plain(&t::sessions::hint(lang));
    Screen::says(text).rows(rows)
}

/// One sign-in: device, place and times.
pub(crate) fn card(viewer: Viewer<'_>, session: &Session) -> Screen {
    let lang = viewer.lang;
    let kind = match session.kind {
        Kind::MiniApp => t::sessions::mini_app(lang),
        Kind::Console => t::sessions::console(lang),
        Kind::ThirdParty => t::sessions::third_party(lang),
    };
    let time = |at| local_time(&viewer.org.time_zone, at);
    let mut text = Text::new().bold(&device_of(lang, session)).line().plain(&format!("{} {kind}", sign(session.kind)));
    if let Some(address) = session.address {
        text = text.line().plain(&format!("🌐 {address}"));
    }
    let text = text
        .line()
        .plain(&t::sessions::since(lang, &time(session.created_at)))
        .line()
        .plain(&t::sessions::seen(lang, &time(session.last_seen_at)));
    Screen::says(text).rows(vec![
        vec![Button::danger(t::sessions::end(lang), tap(SessionTap::End(session.id)))],
        vec![Button::new(t::common::back(lang), tap(SessionTap::List(None)))],
    ])
}

/// «Завершить все?»
pub(crate) fn ask_all(lang: Lang) -> Screen {
    Screen::says(t::sessions::all_question(lang)).rows(vec![
        vec![Button::danger(t::sessions::all_yes(lang), tap(SessionTap::EndAll))],
        vec![Button::new(t::common::back(lang), tap(SessionTap::List(None)))],
    ])
}

fn device_of(lang: Lang, session: &Session) -> String {
    device::name(&session.device).unwrap_or_else(|| t::sessions::unknown(lang))
}

fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::MiniApp => "📱",
        Kind::Console => "💻",
        Kind::ThirdParty => "🔌",
    }
}

fn tap(tap: SessionTap) -> Action {
    Action::Session(tap)
}
