//! The person's own requests.

use domain::{
    Result,
    requests::{self as desk, Summary},
};
use i18n::{Lang, t};

use super::words::status_icon;
use crate::{
    Action, Ctx, Screen, Show, State, Step, Text,
    action::{RequestTap, Surface},
    language_of,
    screen::Button,
    text::shorten,
};

/// As much as a phone shows of one button, in UTF-16 code units.
const LABEL_MAX: usize = 40;

/// How many fit a phone's screen without scrolling.
const PAGE: usize = 8;

/// The person's own requests, newest first, a page at a time; a tap brings the card.
pub(crate) async fn list(ctx: &mut Ctx<'_>, state: State, before: Option<i64>) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let mut own = desk::list_own(tx, &actor, before, PAGE as i64 + 1).await?;
    if own.is_empty() && before.is_none() {
        let screen = Screen::says(t::requests::none_yet(lang))
            .rows(vec![vec![Button::success(t::menu::key_new(lang), Action::NewRequest)]]);
        return Ok(Step::to(state).showing(Show::Other(screen)));
    }
    let more = own.len() > PAGE;
    own.truncate(PAGE);
    let mut rows: Vec<Vec<Button>> = own.iter().map(|request| vec![button(lang, request)]).collect();
    if let Some(last) = own.last().filter(|_| more) {
        rows.push(vec![Button::new(t::requests::older(lang), Action::MyRequests { before: Some(last.number) })]);
    }
    let screen = Screen::says(Text::new().bold(&t::requests::my_title(lang)).line().plain(&t::requests::my_hint(lang)))
        .rows(rows);
    Ok(Step::to(state).showing(Show::Other(screen)))
}

/// A request as a line: «👷 №12 · 🚿 Течёт».
pub(crate) fn summary_line(lang: Lang, request: &Summary) -> String {
    let words = request.words.replace('\n', " ");
    let name = request.names.in_language(language_of(lang));
    let about = if words.trim().is_empty() { name } else { words.trim() };
    shorten(&format!("{} №{} · {} {about}", status_icon(request.status), request.number, request.icon), 80)
}

/// A request in a list: a tap brings its card.
pub(super) fn button(lang: Lang, request: &Summary) -> Button {
    let words = request.words.replace('\n', " ");
    let name = request.names.in_language(language_of(lang));
    let about = if words.trim().is_empty() { name.to_owned() } else { words };
    let (status, icon) = (status_icon(request.status), &request.icon);
    let label = shorten(&format!("{status} №{} · {icon} {}", request.number, about.trim()), LABEL_MAX);
    Button::new(label, Action::Request { tap: RequestTap::Show, id: request.id, on: Surface::Message })
}
