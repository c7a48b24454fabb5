//! The staff's group: taps on cards, and words that go to the resident. It keeps no state: every tap and every word
//! names its request.

use domain::{
    Error, Result,
    access::Permission,
    ids::RequestId,
    notifications,
    requests::{self as desk, NewComment, Side},
};
use i18n::t;

use crate::{Action, Ctx, Said, action::RequestTap};

/// What came of it. Cards follow by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffStep {
    /// A word at the tapped button.
    pub toast: Option<String>,
    /// Whether the message was passed on: the bot says so by a reaction.
    pub passed_on: bool,
}

/// A message that begins with it goes to the resident of the topic.
const TO_RESIDENT: char = '!';

/// A tap in the group.
pub async fn tap_in_group(ctx: &mut Ctx<'_>, action: Option<Action>) -> Result<StaffStep> {
    match action {
        Some(Action::Request { tap, id, .. }) => self::tap(ctx, tap, id).await,
        _ => Ok(StaffStep { toast: Some(t::common::old_button(ctx.lang)), ..StaffStep::default() }),
    }
}

/// A tap of somebody who works for the org.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, tap: RequestTap, id: RequestId) -> Result<StaffStep> {
    let lang = ctx.lang;
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, actor) = ctx.act().await?;
    let toast = match tap {
        RequestTap::Take => t::requests::you_took(lang, desk::take(tx, &actor, id).await?.number),
        RequestTap::Complete => t::requests::you_completed(lang, desk::complete(tx, &actor, id).await?.number),
        RequestTap::Ask => {
            notifications::ask_for_question(tx, &actor, bot, chat_id, id).await?;
            t::requests::write_question(lang)
        }
        _ => t::common::old_button(lang),
    };
    Ok(StaffStep { toast: Some(toast), passed_on: false })
}

/// A message in the group. A reply to a card or to a resident's word goes to the resident, and so does a message in
/// the request's topic that begins with `!`; everything else is the staff's own talk.
pub async fn said_in_group(ctx: &mut Ctx<'_>, said: &Said, thread: Option<i64>) -> Result<StaffStep> {
    let marked = said.words.starts_with(TO_RESIDENT);
    let words = said.words.strip_prefix(TO_RESIDENT).unwrap_or(&said.words).trim();
    let answers = said.reply_to.is_some() || marked;
    // Of an album only the first part has a caption, and with it the mark: the others follow where it went.
    let album = said.album.as_deref().filter(|_| thread.is_some() && !answers);
    if (!answers && album.is_none()) || (words.is_empty() && said.attachments.is_empty()) {
        return Ok(StaffStep::default());
    }
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, actor) = ctx.act().await?;
    let thread = thread.filter(|_| marked || album.is_some());
    let Some(link) = notifications::linked_message(tx, bot, chat_id, said.reply_to, thread).await? else {
        return Ok(StaffStep::default());
    };
    if let Some(album) = album
        && !desk::has_album(tx, link.request, album).await?
    {
        return Ok(StaffStep::default());
    }
    // Whoever is in the group sees the card; speaking for the org takes a membership.
    actor.member().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    let new = NewComment {
        request: link.request,
        side: Side::Staff,
        is_question: link.is_question,
        words,
        attachments: &said.attachments,
        album: said.album.as_deref(),
    };
    desk::comment(tx, &actor, &new).await?;
    Ok(StaffStep { toast: None, passed_on: true })
}
