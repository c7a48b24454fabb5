//! The copies of a comment on the other side: sent once, and from then on changed and deleted as the comment is. What
//! each message shows is written down, so that a copy that was interrupted goes on where it stood.

use dialogues::{Screen, lang_of, requests::notices as views};
use domain::{
    Result, TenantTx,
    ids::{BotId, CommentId},
    notifications::{self, Copied, CopyPart, LinkedMessage, Original},
    requests::{self, Attachment, AttachmentKind, Comment, Side},
};
use sha2::{Digest as _, Sha256};

use super::{
    budget::Class,
    files,
    notices::{begin, commit, language_of},
    outbox::{Sent, Unsent},
    pay::{pay, pay_and_stay},
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    receipts,
    telegram::{
        CallError, ReplyParameters,
        methods::{AlbumItem, DeleteMessage, EditMessageMedia, SendLocation},
    },
};

/// What shows a comment in a chat now.
pub(super) struct Mirrored {
    comment: Comment,
    chat_id: i64,
    to: Side,
    copies: Vec<Copied>,
    originals: Vec<Original>,
}

impl Mirrored {
    pub(super) async fn save(&self, tx: &mut TenantTx, bot: BotId) -> Result<()> {
        for copied in &self.copies {
            notifications::save_copy(tx, self.comment.id, bot, self.chat_id, copied).await?;
            // A reply to what the other side said is a word to them; what a colleague said is talked about.
            if self.comment.side != self.to {
                let link =
                    LinkedMessage { request: self.comment.request, is_question: false, comment: Some(self.comment.id) };
                notifications::link_message(tx, bot, self.chat_id, copied.message_id, link).await?;
            }
        }
        Ok(())
    }

    /// «👌» on what the staff wrote: the resident has it. A resident sees at once that they were heard, and a later
    /// reaction could come in before that one.
    pub(super) async fn acknowledge(&self, app: &Shared, bot: &Running) {
        if self.to == Side::Resident {
            receipts::show_all(app, bot, &self.originals, receipts::DELIVERED).await;
        }
    }
}

/// Shows a comment in a chat: to the other side, or to colleagues when it was said elsewhere. With `first`, it is sent
/// when it is not there; without, only what is there changes.
pub(super) async fn show(
    app: &Shared,
    bot: &Running,
    at: Place,
    id: CommentId,
    to: Side,
    class: Class,
    first: bool,
) -> Result<Sent, Unsent> {
    let chat_id = at.chat_id;
    let mut tx = begin(app, bot).await?;
    let comment = requests::comment_by_id(&mut tx, id).await?;
    let copies = notifications::copies(&mut tx, id, bot.bot.id, chat_id).await?;
    if copies.is_empty() && (!first || comment.deleted_at.is_some()) {
        return Ok(Sent::Plain);
    }
    if comment.deleted_at.is_some() {
        let lang =
            if to == Side::Staff { lang_of(bot.org.language) } else { language_of(&mut tx, bot, chat_id).await? };
        commit(tx).await?;
        return take_back(app, bot, chat_id, id, &copies, &views::taken_back(lang)).await;
    }
    let attachments = requests::attachments(&mut tx, comment.request, Some(id)).await?;
    let originals = notifications::originals(&mut tx, id).await?;
    let answered = match comment.answers {
        Some(answered) => notifications::message_of(&mut tx, answered, bot.bot.id, chat_id).await?,
        None => None,
    };
    let card = notifications::card_in(&mut tx, comment.request, bot.bot.id, chat_id).await?;
    let (screen, thread_id) = match to {
        Side::Resident => (views::comment_to_resident(language_of(&mut tx, bot, chat_id).await?, &comment), None),
        Side::Staff if comment.side == Side::Staff && card.is_none() => return Ok(Sent::Plain),
        Side::Staff => {
            let lang = lang_of(bot.org.language);
            let screen = match comment.side {
                Side::Resident => views::comment_to_staff(lang, &comment),
                Side::Staff => views::comment_of_staff(lang, &comment),
            };
            (screen, card.as_ref().and_then(|card| card.thread_id.filter(|_| card.is_forum)))
        }
    };
    commit(tx).await?;

    let place = Place { thread_id, reply_to: answered.or(card.and_then(|card| card.message_id)), ..at };
    let mut shown = Mirrored { comment, chat_id, to, copies: vec![], originals };
    let message = words(app, bot, place, &screen, class, &copies, &mut shown).await?;
    let below = Place { reply_to: Some(message), ..place };
    rest(app, bot, below, &attachments, &copies, &mut shown).await?;
    Ok(Sent::Mirrored(shown))
}

/// Who says it, and what: sent, or changed when it shows something else.
async fn words(
    app: &Shared,
    bot: &Running,
    place: Place,
    screen: &Screen,
    class: Class,
    copies: &[Copied],
    shown: &mut Mirrored,
) -> Result<i64, Unsent> {
    let hash = Sha256::digest(format!("{screen:?}")).to_vec();
    let message_id = match copies.iter().find(|copied| copied.part == CopyPart::Words) {
        Some(copied) if copied.shown.as_ref() == Some(&hash) => return Ok(copied.message_id),
        Some(copied) => {
            pay(app, bot, place.chat_id, class).await?;
            present::replace(app, bot, place, copied.message_id, screen).await?
        }
        None => {
            pay(app, bot, place.chat_id, class).await?;
            present::send(app, bot, place, screen).await?
        }
    };
    let copied = Copied { message_id, part: CopyPart::Words, position: None, file: None, shown: Some(hash) };
    shown.copies.push(copied);
    Ok(message_id)
}

/// The files and the place, below the words. Each that is out is written down before the next is sent.
async fn rest(
    app: &Shared,
    bot: &Running,
    place: Place,
    attachments: &[Attachment],
    copies: &[Copied],
    shown: &mut Mirrored,
) -> Result<(), Unsent> {
    let mut missing = vec![];
    for (position, file) in (0i16..).zip(attachments) {
        let copied = copies.iter().find(|copied| copied.part == CopyPart::File && copied.position == Some(position));
        let copy = |message_id| Copied {
            message_id,
            part: CopyPart::File,
            position: Some(position),
            file: Some(file.file_unique_id.clone()),
            shown: None,
        };
        match copied {
            None => missing.push((position, file)),
            Some(copied) if copied.file.as_deref() == Some(&file.file_unique_id) => {}
            Some(copied) => {
                pay_and_stay(app, bot, place.chat_id, Class::Push).await?;
                replace_file(app, bot, place.chat_id, copied.message_id, file).await?;
                shown.copies.push(copy(copied.message_id));
            }
        }
    }
    if !missing.is_empty() {
        keep(app, bot, shown).await?;
        let files: Vec<Attachment> = missing.iter().map(|(_, file)| (*file).clone()).collect();
        let sent = files::send(app, bot, place, &files).await?;
        shown.copies.extend(sent.into_iter().zip(&missing).map(|(message_id, (position, file))| Copied {
            message_id,
            part: CopyPart::File,
            position: Some(*position),
            file: Some(file.file_unique_id.clone()),
            shown: None,
        }));
    }
    if let Some((latitude, longitude)) = shown.comment.point()
        && !copies.iter().any(|copied| copied.part == CopyPart::Point)
    {
        keep(app, bot, shown).await?;
        pay_and_stay(app, bot, place.chat_id, Class::Push).await?;
        let point = SendLocation {
            chat_id: place.chat_id,
            message_thread_id: place.thread_id,
            latitude,
            longitude,
            disable_notification: place.silent.then_some(true),
            reply_parameters: place.reply_to.map(ReplyParameters::to),
            ..SendLocation::default()
        };
        let message_id = app.telegram.call(&bot.token, &point).await?.message_id;
        let copied = Copied { message_id, part: CopyPart::Point, position: None, file: None, shown: None };
        shown.copies.push(copied);
    }
    Ok(())
}

/// Written down at once: whoever goes on with what follows must not send it again.
async fn keep(app: &Shared, bot: &Running, shown: &Mirrored) -> Result<(), Unsent> {
    let mut tx = begin(app, bot).await?;
    shown.save(&mut tx, bot.bot.id).await?;
    commit(tx).await?;
    Ok(())
}

/// Another file in place of the one that a message shows. A copy that is gone, or cannot show it, stays as it is: the
/// words say what has changed.
async fn replace_file(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    message_id: i64,
    file: &Attachment,
) -> Result<(), CallError> {
    let can_change = matches!(
        file.kind,
        AttachmentKind::Photo
            | AttachmentKind::Video
            | AttachmentKind::Animation
            | AttachmentKind::Document
            | AttachmentKind::Audio
    );
    if !can_change {
        return Ok(());
    }
    let media = AlbumItem {
        kind: files::kind(file.kind),
        file_id: file.file_id.clone(),
        caption: None,
        caption_entities: None,
    };
    let edit = EditMessageMedia { chat_id, message_id, media, reply_markup: None };
    match app.telegram.call(&bot.token, &edit).await {
        Ok(_) | Err(CallError::NotModified | CallError::MessageGone(_) | CallError::Rejected { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Deletes the copies. What can no longer be deleted says that it was taken back.
async fn take_back(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    id: CommentId,
    copies: &[Copied],
    instead: &Screen,
) -> Result<Sent, Unsent> {
    for copied in copies {
        let delete = DeleteMessage { chat_id, message_id: copied.message_id };
        match app.telegram.call(&bot.token, &delete).await {
            Ok(_) => {}
            Err(error @ (CallError::RetryAfter(_) | CallError::Unavailable(_))) => return Err(error.into()),
            Err(_) if copied.part == CopyPart::Words => {
                let edited = present::edit(app, bot, chat_id, copied.message_id, instead).await;
                if let Err(error @ (CallError::RetryAfter(_) | CallError::Unavailable(_))) = edited {
                    return Err(error.into());
                }
            }
            Err(error) => tracing::debug!(outcome = error.outcome(), "a copy was not deleted"),
        }
    }
    let mut tx = begin(app, bot).await?;
    notifications::forget_copies(&mut tx, id, bot.bot.id, chat_id).await?;
    commit(tx).await?;
    Ok(Sent::Plain)
}

/// «💔» on what was written: it reaches nobody.
pub(super) async fn not_heard(app: &Shared, bot: &Running, id: CommentId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let originals = notifications::originals(&mut tx, id).await?;
    commit(tx).await?;
    receipts::show_all(app, bot, &originals, receipts::UNHEARD).await;
    Ok(Sent::Plain)
}
