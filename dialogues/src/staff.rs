//! The staff's group: taps on cards, and words that go to the resident. It keeps no state: every tap and every word
//! names its request.

mod commands;

use domain::{
    Result, notifications,
    requests::{self as desk, Side},
};
use i18n::t;

use crate::{
    Action, Ctx, Said, Screen, incidents,
    requests::{
        self,
        mirror::{self, Word},
    },
    warnings,
};

/// What came of it. Cards follow by themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StaffStep {
    /// A word at the tapped button.
    pub toast: Option<String>,
    /// A choice, or what came of one.
    pub show: Option<StaffShow>,
    /// What the bot says of the message by a reaction.
    pub receipt: Option<Receipt>,
}

/// What becomes of a message that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It is on its way: the way out says when it is there, or that it reaches nobody.
    OnItsWay,
    /// It is saved, or done.
    Done,
}

/// What to show besides the cards.
#[derive(Clone, Debug, PartialEq)]
pub enum StaffShow {
    /// In a message of its own, under the tapped one.
    Post(Screen),
    /// In place of the tapped message.
    Edit(Screen),
}

/// A message that begins with it goes to the resident of the topic.
const TO_RESIDENT: char = '!';

/// A tap in the group.
pub async fn tap_in_group(ctx: &mut Ctx<'_>, action: Option<Action>) -> Result<StaffStep> {
    match action {
        Some(Action::Request { tap, id, on }) => requests::tap_at_desk(ctx, tap, id, on).await,
        Some(Action::Incident(tap)) => incidents::tap(ctx, tap).await,
        Some(Action::Warn(tap)) => warnings::tap_at_desk(ctx, tap).await,
        _ => Ok(StaffStep { toast: Some(t::common::old_button(ctx.lang)), ..StaffStep::default() }),
    }
}

/// A message in the group. A reply to a card or to a resident's word goes to the resident, and so does a message in
/// the request's topic that begins with `!`; everything else is the staff's own talk.
pub async fn said_in_group(ctx: &mut Ctx<'_>, said: &Said, thread: Option<i64>) -> Result<StaffStep> {
    if let Some(done) = incidents::says(ctx, said, thread).await? {
        return Ok(done);
    }
    if said.words.trim_start().starts_with('/')
        && let Some(done) = commands::command(ctx, said, thread).await?
    {
        return Ok(done);
    }
    let marked = said.words.starts_with(TO_RESIDENT);
    let words = said.words.strip_prefix(TO_RESIDENT).unwrap_or(&said.words).trim();
    let answers = said.reply_to.is_some() || marked;
    // Of an album only the first part has a caption, and with it the mark: the others follow where it went.
    let album = said.album.as_deref().filter(|_| thread.is_some() && !answers);
    let is_empty = words.is_empty() && said.attachments.is_empty() && said.location.is_none();
    if (!answers && album.is_none()) || is_empty {
        return Ok(StaffStep::default());
    }
    if let Some(message) = said.reply_to
        && let Some(done) = incidents::told(ctx, words, message).await?
    {
        return Ok(done);
    }
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, _) = ctx.act().await?;
    let thread = thread.filter(|_| marked || album.is_some());
    let Some(link) = notifications::linked_message(tx, bot, chat_id, said.reply_to, thread).await? else {
        return Ok(StaffStep::default());
    };
    if let Some(album) = album
        && !desk::has_album(tx, link.request, album).await?
    {
        return Ok(StaffStep::default());
    }
    let word = Word {
        request: link.request,
        side: Side::Staff,
        is_question: link.is_question,
        is_internal: false,
        words,
        answers: link.comment,
    };
    mirror::say(ctx, said, &word).await?;
    Ok(StaffStep { receipt: Some(Receipt::OnItsWay), ..StaffStep::default() })
}

/// A reaction that means something on the staff's card. Each has a button that does the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReactionVerb {
    /// 👍 «Беру».
    Take,
    /// 🔥 One step more urgent.
    Raise,
    /// 🤝 «Помогаю».
    Help,
}

impl ReactionVerb {
    /// What an emoji means; none for mere feelings.
    pub fn of(emoji: &str) -> Option<Self> {
        match emoji {
            "👍" => Some(Self::Take),
            "🔥" => Some(Self::Raise),
            "🤝" => Some(Self::Help),
            _ => None,
        }
    }
}

/// A reaction of somebody to a message of the group: on a card, and by whoever may, it is a deed.
pub async fn reacted(ctx: &mut Ctx<'_>, message: i64, verb: ReactionVerb) -> Result<()> {
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, actor) = ctx.act().await?;
    let Some(id) = notifications::request_of_card(tx, bot, chat_id, message).await? else { return Ok(()) };
    match verb {
        ReactionVerb::Take => desk::take(tx, &actor, id).await?,
        ReactionVerb::Help => desk::help(tx, &actor, id).await?,
        ReactionVerb::Raise => {
            let now = desk::get(tx, &actor, id).await?.priority;
            let Some(priority) = desk::Priority::ALL.into_iter().find(|priority| *priority > now) else {
                return Ok(());
            };
            desk::edit(tx, &actor, id, None, &desk::Edit { priority: Some(priority), ..desk::Edit::default() }).await?
        }
    };
    Ok(())
}
