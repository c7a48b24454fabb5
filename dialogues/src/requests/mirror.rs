//! The conversation about a request between the staff's group and the resident's chat: what is said in a message becomes
//! a comment, and follows when the message is changed or taken back.

use domain::{
    Error, Result,
    access::Permission,
    ids::{CommentId, RequestId},
    notifications,
    requests::{self as desk, Comment, NewComment, Origin, Reworded, Side},
};

use crate::{Ctx, Said};

/// A word that goes somewhere.
pub(crate) struct Word<'a> {
    /// About which request.
    pub request: RequestId,
    /// Who speaks.
    pub side: Side,
    /// Staff wait for an answer.
    pub is_question: bool,
    /// For the staff only.
    pub is_internal: bool,
    /// What is said, without what marks it.
    pub words: &'a str,
    /// The comment that it answers.
    pub answers: Option<CommentId>,
}

/// Makes a comment of a message, with its files and its place.
pub(crate) async fn say(ctx: &mut Ctx<'_>, said: &Said, word: &Word<'_>) -> Result<CommentId> {
    let origin = origin(ctx, said.message, word.answers);
    let (tx, actor) = ctx.act().await?;
    if word.side == Side::Staff {
        // Whoever is in the group sees the card; speaking for the org takes a membership.
        actor.member().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    }
    let goes_on = match &said.album {
        Some(album) => desk::has_album(tx, word.request, album).await?,
        None => false,
    };
    let new = NewComment {
        request: word.request,
        side: word.side,
        is_question: word.is_question,
        is_internal: word.is_internal,
        words: word.words,
        attachments: &said.attachments,
        album: said.album.as_deref(),
        point: said.location,
        origin,
    };
    let comment = desk::comment(tx, &actor, &new).await?;
    if goes_on {
        notifications::refresh_copies(tx, comment).await?;
    }
    Ok(comment)
}

/// Somebody changed a message of theirs. The comment that it became, when it became one; on an error it stays as it was.
pub async fn edited(ctx: &mut Ctx<'_>, said: &Said) -> Result<Option<Comment>> {
    let Some(origin) = origin(ctx, said.message, None) else { return Ok(None) };
    let is_group = ctx.chat_id < 0;
    let tx = ctx.effect.tx().await?;
    let Some(comment) = desk::comment_of(tx, origin).await? else { return Ok(None) };
    let words = if is_group { unmarked(&said.words) } else { said.words.trim() };
    let (tx, actor) = ctx.act().await?;
    let now_says = Reworded::Message { origin, words, file: said.attachments.first() };
    desk::edit_comment(tx, &actor, comment, &now_says).await.map(Some)
}

/// Takes back what somebody said in this message; none when it is no comment's.
pub(crate) async fn take_back(ctx: &mut Ctx<'_>, message: Option<i64>) -> Result<Option<Comment>> {
    let Some(origin) = origin(ctx, message, None) else { return Ok(None) };
    let (tx, actor) = ctx.act().await?;
    let Some(comment) = desk::comment_of(tx, origin).await? else { return Ok(None) };
    desk::delete_comment(tx, &actor, comment).await.map(Some)
}

/// What a message of the group says, without the mark or the command that sent it on its way.
pub(crate) fn unmarked(words: &str) -> &str {
    let words = words.trim();
    if let Some(rest) = words.strip_prefix('!') {
        return rest.trim();
    }
    match words.split_once(char::is_whitespace) {
        Some((command, rest)) if command.split('@').next() == Some("/note") => rest.trim(),
        _ => words,
    }
}

fn origin(ctx: &Ctx<'_>, message: Option<i64>, answers: Option<CommentId>) -> Option<Origin> {
    message.map(|message_id| Origin { bot: ctx.bot, chat_id: ctx.chat_id, message_id, answers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_or_a_command_is_no_part_of_the_words() {
        for (said, words) in [
            ("!Приедем завтра", "Приедем завтра"),
            ("  ! Приедем  ", "Приедем"),
            ("/note код 38К", "код 38К"),
            ("/note@kontora_bot код\n38К", "код\n38К"),
            ("/notes код", "/notes код"),
            ("Приедем!", "Приедем!"),
        ] {
            assert_eq!(unmarked(said), words);
        }
    }
}
