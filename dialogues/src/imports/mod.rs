//! The register from a file that was sent into the chat: what the bot found in it, and what is done with it. The
//! message is a card: it is brought up to date by the outbox, and so is every tap on it.

mod action;
mod card;

use domain::{
    Error, Result,
    ids::ImportId,
    imports::{self, Unread},
    notifications,
};
use i18n::{Lang, t};

pub use action::{ImportAct, ImportTap};
pub use card::card;

use crate::{Ctx, Screen, Show, State, Step};

/// What came of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It was taken in; its card comes by itself.
    Taken(ImportId),
    /// It is not read: the code of the error.
    Refused(&'static str),
}

impl Imported {
    /// It is not read, and why.
    pub fn refused(unread: Unread) -> Self {
        Imported::Refused(Error::from(unread).code())
    }
}

/// A file was sent by somebody who may import.
pub(crate) fn received(lang: Lang, state: State, came: Imported) -> Step {
    match came {
        Imported::Taken(_) => Step::to(state).showing(Show::Nothing),
        Imported::Refused(code) => {
            let why = i18n::error_text(lang, code).unwrap_or_else(|| code.to_owned());
            Step::to(state).showing(Show::Other(Screen::says(why)))
        }
    }
}

/// A tap on the card.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: ImportTap) -> Result<Step> {
    let (lang, bot, chat, id) = (ctx.lang, ctx.bot, ctx.chat_id, tap.import);
    let (tx, actor) = ctx.act().await?;
    let toast = match tap.act {
        ImportAct::Load => {
            imports::load(tx, &actor, id).await?;
            Some(t::imports::toast_loading(lang))
        }
        ImportAct::Undo => {
            imports::undo(tx, &actor, id).await?;
            Some(t::imports::toast_undone(lang))
        }
        ImportAct::Discard => {
            imports::discard(tx, &actor, id).await?;
            None
        }
        ImportAct::Errors => {
            imports::get(tx, &actor, id).await?;
            notifications::send_import_errors(tx, bot, chat, id).await?;
            Some(t::imports::toast_errors(lang))
        }
    };
    notifications::show_import(tx, bot, chat, id).await?;
    let step = Step::to(state).showing(Show::Nothing);
    Ok(match toast {
        Some(toast) => step.toast(toast),
        None => step,
    })
}
