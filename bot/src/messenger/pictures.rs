//! The card of whoever filed a request shows the work once it is done: its message becomes a picture (`editMessageMedia`),
//! the other photos of before and after follow as an album. From then on its words are edited as a caption; words that
//! are too long for one stay a message, and all photos follow.

use dialogues::{Screen, text::CAPTION_MAX};
use domain::{
    Result, TenantTx,
    access::Actor,
    files::AttachmentKind,
    ids::FileId,
    notifications::Card,
    requests::{self, Attachment, Evidence, Request, Stage, Status},
};
use sha2::{Digest as _, Sha256};

use super::{
    budget::Class,
    cards::{self, Shown},
    files::{self, From, Ready},
    outbox::{Sent, Unsent},
    pay::pay,
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{
        CallError,
        methods::{AlbumItem, EditMessageMedia, SendFile, Sent as Message},
    },
};

/// What the work has to show.
pub(super) struct Work {
    pub(super) evidence: Evidence,
    /// Before, then after; none while the work goes on.
    photos: Vec<Attachment>,
    /// The newest photo from after.
    picture: Option<Attachment>,
}

/// What there is to show of a request.
pub(super) async fn work(tx: &mut TenantTx, request: &Request) -> Result<Work> {
    if !matches!(request.status, Status::Done | Status::Closed) {
        return Ok(Work { evidence: Evidence::default(), photos: vec![], picture: None });
    }
    let evidence = requests::evidence(tx, &Actor::System, request.id).await?;
    let (mut photos, mut picture) = (vec![], None);
    if evidence.photos_after > 0 {
        photos = requests::photos(tx, &Actor::System, request.id, Stage::Before).await?;
        let after = requests::photos(tx, &Actor::System, request.id, Stage::After).await?;
        let is_picture = |photo: &&Attachment| photo.kind == AttachmentKind::Photo && photo.stored.is_some();
        picture = after.iter().rfind(is_picture).cloned();
        photos.extend(after);
    }
    Ok(Work { evidence, photos, picture })
}

/// Brings the card up to date.
pub(super) async fn draw(
    app: &Shared,
    bot: &Running,
    card: &Card,
    request: &Request,
    screen: Screen,
    work: Work,
) -> Result<Sent, Unsent> {
    let fits = screen.text.len() <= CAPTION_MAX;
    let shows = card.message_id.and(card.picture);
    // A picture never becomes words again; what is to be seen next may take its place.
    let picture = work.picture.as_ref().filter(|_| fits || shows.is_some());
    let mut shown = match (picture, shows) {
        (None, None) => match cards::draw(app, bot, card, None, request, &screen, &[]).await? {
            Sent::Card(shown) => shown,
            other => return Ok(other),
        },
        (None, Some(same)) => captioned(app, bot, card, request, screen, same, None).await?,
        (Some(picture), _) => match picture.stored {
            Some(id) => captioned(app, bot, card, request, screen, id, Some(picture)).await?,
            None => return Ok(Sent::Plain), // `work` gives none without
        },
    };
    let rest: Vec<Attachment> =
        work.photos.into_iter().filter(|photo| photo.stored.is_none() || photo.stored != shown.picture).collect();
    if !card.media_sent && !rest.is_empty() {
        // Written down at once: whoever goes on with what follows must not send the card again.
        let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
        shown.save(&mut tx).await?;
        tx.commit().await.map_err(domain::Error::from)?;
        shown.was = Some(shown.message_id);
        pay(app, bot, card.chat_id, Class::Card).await?;
        let below = Place { reply_to: Some(shown.message_id), silent: true, ..Place::chat(card.chat_id) };
        files::send_paid(app, bot, below, &rest).await?;
        shown.media_sent = true;
    }
    Ok(Sent::Card(shown))
}

/// The card as the picture `id` with its words under it. `picture`: where to get it from when the message shows another.
async fn captioned(
    app: &Shared,
    bot: &Running,
    card: &Card,
    request: &Request,
    screen: Screen,
    id: FileId,
    picture: Option<&Attachment>,
) -> Result<Shown, Unsent> {
    let screen = Screen { text: screen.text.cut(CAPTION_MAX), ..screen };
    let hash = Sha256::digest(format!("{screen:?} {id:?}")).to_vec();
    let shown = |message_id, picture| Shown {
        card: card.id,
        was: card.message_id,
        message_id,
        hash: hash.clone(),
        version: request.version,
        media_sent: false,
        picture,
        topic_closed: false,
    };
    if let Some(message) = card.message_id.filter(|_| card.shown.as_ref() == Some(&hash)) {
        return Ok(shown(message, card.picture));
    }
    pay(app, bot, card.chat_id, Class::Card).await?;
    if let Some(message) = card.message_id.filter(|_| card.picture == Some(id)) {
        match present::edit_caption(app, bot, card.chat_id, message, &screen).await {
            Ok(()) => return Ok(shown(message, Some(id))),
            Err(CallError::MessageGone(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let ready = match picture {
        Some(picture) => files::ready(app, bot, std::slice::from_ref(picture)).await?.into_iter().next(),
        None => None,
    };
    let to = Place::chat(card.chat_id);
    let drawn = match &ready {
        Some(ready) => put(app, bot, card, &screen, ready).await,
        // Nobody has the picture any more: words are better than nothing.
        None => Err(CallError::Rejected { code: 400, description: "no picture".to_owned() }),
    };
    match drawn {
        Ok(message) => Ok(shown(message, Some(id))),
        Err(CallError::Rejected { .. }) if card.picture.is_none() => {
            let message = match card.message_id {
                Some(message) => present::replace(app, bot, to, message, &screen).await?,
                None => present::send(app, bot, to, &screen).await?,
            };
            Ok(shown(message, None))
        }
        Err(CallError::Rejected { .. }) => Ok(shown(present::send(app, bot, to, &screen).await?, None)),
        Err(error) => Err(error.into()),
    }
}

/// Puts the picture into the card's message, or into a new one where there is none any more.
async fn put(app: &Shared, bot: &Running, card: &Card, screen: &Screen, ready: &Ready) -> Result<i64, CallError> {
    let (caption, entities, buttons) = present::caption(screen);
    let mut sent = None;
    if let Some(message_id) = card.message_id {
        let base = EditMessageMedia::photo(card.chat_id, message_id, caption.clone(), entities.clone());
        let edit = EditMessageMedia { reply_markup: present::inline(buttons.clone()), ..base };
        let edited = match &ready.from {
            From::Known(file_id) => {
                let media = AlbumItem { file_id: file_id.clone(), ..edit.media.clone() };
                app.telegram.call(&bot.token, &EditMessageMedia { media, ..edit }).await
            }
            From::Bytes(upload) => app.telegram.upload(&bot.token, &edit, upload.clone()).await,
        };
        sent = match edited {
            Ok(message) => Some(Message { message_id, ..message }),
            Err(CallError::NotModified) => Some(Message { message_id, ..Message::default() }),
            Err(CallError::MessageGone(_)) => None,
            Err(error) => return Err(error),
        };
    }
    let sent = match sent {
        Some(sent) => sent,
        None => {
            let photo = SendFile {
                caption: Some(caption),
                caption_entities: entities,
                reply_markup: buttons,
                ..SendFile::new(card.chat_id, files::kind(AttachmentKind::Photo), "")
            };
            match &ready.from {
                From::Known(id) => app.telegram.call(&bot.token, &SendFile { file_id: id.clone(), ..photo }).await?,
                From::Bytes(upload) => app.telegram.upload(&bot.token, &photo, upload.clone()).await?,
            }
        }
    };
    files::remember(app, bot, &[(ready, AttachmentKind::Photo, sent.file_id.clone())]).await;
    Ok(sent.message_id)
}
