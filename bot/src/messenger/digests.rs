//! The digest of the morning: a chart with what has to be decided under it.

use dialogues::reports::{Page, Reader, ReportTap, Span, page};
use domain::{Error, access::Actor, ids::PersonId, notifications};

use super::{
    notices::{begin, commit, language_of},
    outbox::{Sent, Unsent},
};
use crate::{app::Shared, bots::Running, picture, present::Place};

/// Shows it, while the day is the one that it is of, and whoever it is for may still see reports.
pub(super) async fn show(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    person: PersonId,
    day: chrono::NaiveDate,
) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    let actor = Actor::load(&mut tx, person).await?;
    let time_zone = notifications::time_zone(&mut tx, &actor).await?;
    let reader = Reader { lang, time_zone: &time_zone, now: tx.source().now() };
    if reader.today() != day {
        return Ok(Sent::Plain); // an outage was longer than the morning
    }
    let first = ReportTap { page: Page::Overview, span: Span::Week };
    let (chart, screen) = match page(&mut tx, &actor, reader, first).await {
        Err(Error::Forbidden(_)) => return Ok(Sent::Plain),
        shown => shown?,
    };
    commit(tx).await?;
    picture::show(app, bot, Place::chat(chat_id), None, &chart, &screen).await?;
    Ok(Sent::Plain)
}
