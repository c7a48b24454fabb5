//! Messages that their writers changed: where one had become a comment, the comment and its copies follow. All others
//! have had their effect.

use dialogues::{Ctx, Said, Screen, lang_of, requests::mirror};
use domain::{Error, updates::Effect};

use crate::{
    app::Shared,
    bots::Running,
    group,
    outcome::Again,
    step::why_not,
    telegram::{Message, User},
};

/// Somebody changed a message of theirs.
pub(crate) async fn edited(
    app: &Shared,
    bot: &Running,
    update_id: i64,
    message: &Message,
    user: &User,
    said: &Said,
) -> Result<(), Again> {
    if bot.org.is_platform || bot.org.deleted_at.is_some() {
        return Ok(());
    }
    let known = app.identities.of(&app.db, bot.bot.org, user).await?;
    let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, update_id);
    let lang = lang_of(if message.chat.is_group() { bot.org.language } else { known.identity.language });
    let mut ctx = Ctx {
        lang,
        identity: &known.identity,
        org: &bot.org,
        categories: &bot.categories,
        bot: bot.bot.id,
        chat_id: message.chat.id,
        tapped: None,
        effect: &mut effect,
    };
    match mirror::edited(&mut ctx, said).await {
        Ok(Some(_)) => {
            effect.commit().await?;
            app.outbox.notify_one();
            Ok(())
        }
        Ok(None) | Err(Error::AlreadyApplied | Error::NotFound(_)) => Ok(()),
        Err(Error::Unavailable(error)) => Err(Again::Unavailable(error.to_string())),
        Err(error) => {
            // What stays as it was must not look as if it had changed.
            group::answer(app, bot, message, &Screen::says(why_not(app, lang, &error))).await;
            Ok(())
        }
    }
}
