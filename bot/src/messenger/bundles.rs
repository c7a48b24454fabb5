//! What waited for somebody's morning, in one message. Each line is what would have been said at night, if it is still
//! so in the morning.

use dialogues::{
    Screen,
    members::notices as team,
    notifications::{BundleLine, bundle},
    requests::notices as views,
    warnings::card,
};
use domain::{
    Error, Result, TenantTx,
    access::Actor,
    ids::{NotificationId, PersonId},
    members,
    notifications::{self, Delivery, Held},
    requests::{self, Status},
};
use i18n::Lang;

use super::{
    notices::{begin, commit, language_of},
    outbox::{Sent, Unsent},
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
};

/// What was said, or was no longer so.
pub(super) struct Shown(Vec<NotificationId>);

impl Shown {
    pub(super) async fn save(&self, tx: &mut TenantTx) -> Result<()> {
        notifications::no_longer_held(tx, &self.0).await
    }
}

/// «За ночь: …»
pub(super) async fn show(app: &Shared, bot: &Running, chat_id: i64, person: PersonId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let lang = language_of(&mut tx, bot, chat_id).await?;
    let held = notifications::held(&mut tx, person).await?;
    let mut lines = vec![];
    for one in &held {
        lines.extend(line(&mut tx, bot, lang, one).await?);
    }
    commit(tx).await?;
    if !lines.is_empty() {
        present::send(app, bot, Place::chat(chat_id), &bundle(lang, &lines)).await?;
    }
    Ok(Sent::Bundle(Shown(held.into_iter().map(|one| one.id).collect())))
}

/// One line; none when it is no longer so.
async fn line(tx: &mut TenantTx, bot: &Running, lang: Lang, held: &Held) -> Result<Option<BundleLine>> {
    let screen = match &held.delivery {
        Delivery::Taken { request } => {
            let request = requests::get(tx, &Actor::System, *request).await?;
            request
                .status
                .is_at_work()
                .then(|| (views::taken(lang, &bot.org, &request), Some((request.id, request.number))))
        }
        Delivery::AskAcceptance { request } => {
            let request = requests::get(tx, &Actor::System, *request).await?;
            (request.status == Status::Done)
                .then(|| (views::ask_acceptance(lang, &bot.org, &request), Some((request.id, request.number))))
        }
        Delivery::Declined { request, reason } => {
            let request = requests::get(tx, &Actor::System, *request).await?;
            (request.status == Status::Declined)
                .then(|| (views::declined(lang, request.number, reason), Some((request.id, request.number))))
        }
        Delivery::TeamNews { event } => match members::news(tx, *event).await {
            Ok(news) => Some((team::news(lang, &bot.org, &news), None)),
            Err(Error::NotFound(_)) => None,
            Err(error) => return Err(error),
        },
        Delivery::StaffChatLost { title } => Some((views::staff_chat_lost(lang, title), None)),
        Delivery::Warning { request, rule } => {
            let seen = notifications::warning(tx, *request, *rule, bot.bot.id, 0).await?;
            let (id, number) = (seen.request.id, seen.request.number);
            seen.is_open.then(|| (card(lang, &bot.org.time_zone, &seen), Some((id, number))))
        }
        // These never wait for a morning.
        Delivery::Card { .. }
        | Delivery::Comment { .. }
        | Delivery::CommentChanged { .. }
        | Delivery::NotHeard { .. }
        | Delivery::Departed { .. }
        | Delivery::AskPrice { .. }
        | Delivery::TimedOut { .. }
        | Delivery::Import { .. }
        | Delivery::ImportErrors { .. }
        | Delivery::RequestFiles { .. }
        | Delivery::QuestionPrompt { .. }
        | Delivery::CardMoved { .. }
        | Delivery::Screen { .. }
        | Delivery::Draft { .. }
        | Delivery::Alert { .. }
        | Delivery::ResidentAsks { .. }
        | Delivery::ResidentAnswered { .. }
        | Delivery::Security { .. }
        | Delivery::PasswordLink { .. }
        | Delivery::FixedTopic { .. }
        | Delivery::Board {}
        | Delivery::Alarm { .. }
        | Delivery::IncidentUnanswered { .. }
        | Delivery::IncidentAct { .. }
        | Delivery::Digest { .. }
        | Delivery::Bundle { .. } => None,
    };
    let words = |screen: Screen| screen.text.as_str().to_owned();
    Ok(screen.map(|(screen, request)| BundleLine { words: words(screen), request }))
}
