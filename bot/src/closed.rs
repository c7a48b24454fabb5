//! A deleted org: everybody is told so, and its owner may bring it back.

use dialogues::{Action, Input, Screen, Viewer, action::OrgTap, lang_of, orgs as screens};
use domain::{
    Error,
    access::{Actor, Permission},
    orgs,
    updates::Effect,
};
use i18n::t;

use crate::{
    app::Shared,
    bots::Running,
    outcome::Again,
    present::{self, Place},
    step::{Turn, settle, why_not},
};

/// Answers whatever is done in a private chat while the org is deleted.
pub async fn answer(app: &Shared, bot: &Running, turn: &Turn<'_>) -> Result<(), Again> {
    let known = app.identities.of(&app.db, bot.bot.org, turn.user).await?;
    let lang = lang_of(known.identity.language);
    let restores = turn.input == Input::Tap(Action::Org(OrgTap::Restore));
    let mut effect = Effect::new(app.db.clone(), bot.bot.org, bot.bot.id, turn.update_id).in_deleted_org();
    let answered = async {
        let tx = match effect.tx().await {
            Ok(tx) => tx,
            Err(Error::AlreadyApplied) => {
                let mut tx = app.db.tenant(bot.bot.org).await?;
                return Ok((orgs::current(&mut tx).await?, false));
            }
            Err(error) => return Err(error),
        };
        let actor = Actor::load(tx, known.identity.person).await?;
        let org = if restores { orgs::restore(tx, &actor).await? } else { orgs::current(tx).await? };
        Ok((org, actor.require(Permission::OrgDelete).is_ok()))
    };
    let (screen, toast) = match answered.await {
        Ok((org, is_owner)) => {
            effect.commit().await?;
            if org.deleted_at.is_none() {
                app.bots.forget(bot.bot.telegram_id).await;
                (Some(Screen::says(t::orgs::restored(lang, &org.name))), None)
            } else {
                let viewer = Viewer { lang, identity: &known.identity, org: &bot.org, categories: &bot.categories };
                (Some(screens::closed(viewer, &org, is_owner)), None)
            }
        }
        Err(Error::Unavailable(error)) => return Err(Again::Unavailable(error.to_string())),
        Err(error) => (None, Some(why_not(app, lang, &error))),
    };
    let to = Place::chat(turn.user.id);
    let screen = match (screen, &toast, &turn.tapped) {
        (None, Some(why), None) => Some(Screen::says(why.clone())),
        (screen, _, _) => screen,
    };
    let shown = match (&screen, turn.tapped.as_ref().and_then(|tapped| tapped.message)) {
        (None, _) => Ok(()),
        (Some(screen), Some(message)) => present::replace(app, bot, to, message, screen).await.map(drop),
        (Some(screen), None) => present::send(app, bot, to, screen).await.map(drop),
    };
    if let Some(tapped) = &turn.tapped {
        present::answer(app, bot, &tapped.query, toast, false).await;
    }
    settle(app, bot, turn.user.id, shown).await
}
