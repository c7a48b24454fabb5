//! Screens become Bot API calls: the one place where a [`Screen`] meets Telegram.

use dialogues::{
    Buttons, Key, Screen, Style,
    text::{CAPTION_MAX, Look, TEXT_MAX},
};
use tokio::join;

use crate::{
    app::Shared,
    bots::Running,
    qr,
    telegram::{
        AttachmentKind, ButtonStyle, CallError, EntityKind, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup,
        KeyboardButton, LinkPreviewOptions, MessageEntity, ReplyKeyboardMarkup, ReplyMarkup, ReplyParameters, Upload,
        methods::{
            AnswerCallbackQuery, EditMessageCaption, EditMessageReplyMarkup, EditMessageText, SendFile, SendMessage,
        },
    },
};

/// A tap that waits for its answer.
#[derive(Clone, Debug)]
pub struct Tapped {
    /// The callback query.
    pub query: String,
    /// The message under which the button stands; none when Telegram no longer says.
    pub message: Option<i64>,
    /// The forum topic that it stands in.
    pub thread: Option<i64>,
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic.
    pub thread_id: Option<i64>,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// Without a sound.
    pub silent: bool,
}

impl Place {
    /// A private chat, or a group's main topic.
    pub fn chat(chat_id: i64) -> Self {
        Self { chat_id, ..Self::default() }
    }
}

/// Sends `screen` as a new message; returns its id.
pub async fn send(app: &Shared, bot: &Running, to: Place, screen: &Screen) -> Result<i64, CallError> {
    debug_assert!(screen.text.len() <= TEXT_MAX, "a screen of {} units", screen.text.len());
    let message = SendMessage {
        chat_id: to.chat_id,
        message_thread_id: to.thread_id,
        text: screen.text.as_str().to_owned(),
        entities: entities(screen),
        link_preview_options: no_preview(screen),
        disable_notification: to.silent.then_some(true),
        reply_parameters: to.reply_to.map(|message| ReplyParameters {
            allow_sending_without_reply: true, // the answer matters more than what it answers
            ..ReplyParameters::to(message)
        }),
        reply_markup: markup(&screen.buttons),
    };
    Ok(app.telegram.call(&bot.token, &message).await?.message_id)
}

/// Sends `link` as a QR code with `screen` under it; returns the message's id.
pub async fn send_qr(app: &Shared, bot: &Running, to: Place, link: &str, screen: &Screen) -> Result<i64, CallError> {
    let photo = SendFile {
        caption: Some(screen.text.as_str().to_owned()),
        caption_entities: entities(screen),
        reply_markup: markup(&screen.buttons),
        ..SendFile::new(to.chat_id, AttachmentKind::Photo, "")
    };
    match qr::png(link) {
        Ok(png) => {
            let file = Upload { name: "invite.png".to_owned(), bytes: png.into() };
            Ok(app.telegram.upload(&bot.token, &photo, file).await?.message_id)
        }
        Err(error) => {
            // The link is what matters; a code is for whoever stands beside.
            tracing::error!(%error, "a QR code could not be drawn");
            send(app, bot, to, screen).await
        }
    }
}

/// Makes `message` show `screen`. A message that is gone, or cannot take the keyboard, gives way to a new one; returns
/// the id of the message that shows it.
pub async fn replace(app: &Shared, bot: &Running, to: Place, message: i64, screen: &Screen) -> Result<i64, CallError> {
    if matches!(screen.buttons, Buttons::Keyboard(_) | Buttons::ForceReply { .. }) {
        // An edited message cannot carry a keyboard: the old one loses its buttons, a new one brings the keyboard.
        let strip = EditMessageReplyMarkup { chat_id: to.chat_id, message_id: message, reply_markup: None };
        let (sent, _) = join!(send(app, bot, to, screen), app.telegram.call(&bot.token, &strip));
        return sent;
    }
    match edit(app, bot, to.chat_id, message, screen).await {
        Ok(()) => Ok(message),
        Err(CallError::MessageGone(_)) => send(app, bot, to, screen).await,
        Err(error) => Err(error),
    }
}

/// Makes `message` show `screen`, when it carries no keyboard. One that shows it already is well.
pub async fn edit(app: &Shared, bot: &Running, chat_id: i64, message: i64, screen: &Screen) -> Result<(), CallError> {
    let edit = EditMessageText {
        chat_id,
        message_id: message,
        text: screen.text.as_str().to_owned(),
        entities: entities(screen),
        link_preview_options: no_preview(screen),
        reply_markup: inline(markup(&screen.buttons)),
    };
    match app.telegram.call(&bot.token, &edit).await {
        Ok(_) | Err(CallError::NotModified) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Makes the words under a picture those of `screen`.
pub async fn edit_caption(
    app: &Shared,
    bot: &Running,
    chat_id: i64,
    message: i64,
    screen: &Screen,
) -> Result<(), CallError> {
    let (caption, caption_entities, buttons) = caption(screen);
    let edit = EditMessageCaption {
        chat_id,
        message_id: message,
        caption: Some(caption),
        caption_entities,
        reply_markup: inline(buttons),
    };
    match app.telegram.call(&bot.token, &edit).await {
        Ok(_) | Err(CallError::NotModified) => Ok(()),
        Err(error) => Err(error),
    }
}

/// What can stand under a message that is edited.
pub(crate) fn inline(buttons: Option<ReplyMarkup>) -> Option<InlineKeyboardMarkup> {
    match buttons {
        Some(ReplyMarkup::Inline(inline)) => Some(inline),
        _ => None,
    }
}

/// Answers a tap; without it the button keeps spinning. It is worth nothing after a while, so its failure is not an
/// error. A toast that `stays` has to be read before it goes.
pub async fn answer(app: &Shared, bot: &Running, query: &str, toast: Option<String>, stays: bool) {
    let answer = AnswerCallbackQuery {
        callback_query_id: query.to_owned(),
        show_alert: stays.then_some(true),
        text: toast.map(|toast| dialogues::text::shorten(&toast, TOAST_MAX)),
    };
    if let Err(error) = app.telegram.call(&bot.token, &answer).await {
        tracing::debug!(outcome = error.outcome(), "a tap was not answered");
    }
}

/// A screen as what stands under a picture: the words, their formatting, the buttons.
pub(crate) fn caption(screen: &Screen) -> (String, Option<Vec<MessageEntity>>, Option<ReplyMarkup>) {
    debug_assert!(screen.text.len() <= CAPTION_MAX, "a caption of {} units", screen.text.len());
    (screen.text.as_str().to_owned(), entities(screen), markup(&screen.buttons))
}

/// The longest answer to a tap, in UTF-16 code units (Bot API, `answerCallbackQuery`).
const TOAST_MAX: usize = 200;

fn entities(screen: &Screen) -> Option<Vec<MessageEntity>> {
    let units = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let entity = |kind, offset, length, url| MessageEntity {
        kind,
        offset: units(offset),
        length: units(length),
        url,
        language: None,
    };
    let looks = screen.text.spans().iter().map(|span| {
        let kind = match span.look {
            Look::Bold => EntityKind::Bold,
            Look::Italic => EntityKind::Italic,
            Look::Quote if span.length > FOLD => EntityKind::ExpandableBlockquote,
            Look::Quote => EntityKind::Blockquote,
        };
        entity(kind, span.offset, span.length, None)
    });
    let links = screen.text.links().iter();
    let links = links.map(|link| entity(EntityKind::TextLink, link.offset, link.length, Some(link.url.clone())));
    let all: Vec<MessageEntity> = looks.chain(links).collect();
    (!all.is_empty()).then_some(all)
}

/// A quotation longer than this is folded: a card stays a card.
const FOLD: usize = 400;

/// A card with a link in it is no place for the linked page's picture.
fn no_preview(screen: &Screen) -> Option<LinkPreviewOptions> {
    screen.text.as_str().contains("://").then_some(LinkPreviewOptions { is_disabled: Some(true) })
}

fn markup(buttons: &Buttons) -> Option<ReplyMarkup> {
    match buttons {
        Buttons::None => None,
        Buttons::Inline(rows) if rows.is_empty() => None,
        Buttons::Inline(rows) => {
            let row = |row: &Vec<dialogues::Button>| {
                row.iter()
                    .map(|button| InlineKeyboardButton {
                        style: match button.style {
                            Style::Plain => None,
                            Style::Success => Some(ButtonStyle::Success),
                            Style::Danger => Some(ButtonStyle::Danger),
                        },
                        ..InlineKeyboardButton::callback(&button.label, button.action.encode())
                    })
                    .collect()
            };
            Some(ReplyMarkup::Inline(InlineKeyboardMarkup { inline_keyboard: rows.iter().map(row).collect() }))
        }
        Buttons::Keyboard(rows) => {
            let key = |key: &Key| match key {
                Key::Text(text) => KeyboardButton { text: text.clone(), ..KeyboardButton::default() },
                Key::Contact(text) => {
                    KeyboardButton { text: text.clone(), request_contact: true, ..KeyboardButton::default() }
                }
                Key::Location(text) => {
                    KeyboardButton { text: text.clone(), request_location: true, ..KeyboardButton::default() }
                }
            };
            Some(ReplyMarkup::Keyboard(ReplyKeyboardMarkup {
                keyboard: rows.iter().map(|row| row.iter().map(key).collect()).collect(),
                is_persistent: true,
                resize_keyboard: true,
                ..ReplyKeyboardMarkup::default()
            }))
        }
        Buttons::ForceReply { placeholder } => Some(ReplyMarkup::ForceReply(ForceReply {
            input_field_placeholder: Some(placeholder.clone()),
            ..ForceReply::default()
        })),
    }
}
