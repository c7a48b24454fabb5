//! The whole conversation about one request, step by step: what is done, and what must have come of it.

use anyhow::{Context as _, Result};
use i18n::{Lang, t};
use serde_json::Value;

use super::{
    city::Case,
    telegram::{Room, Telegram, button},
};
use crate::{bot_api::number_in, wire};

/// One step, by the resident or by the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What happened, in the resident's words.
    Words,
    /// What it is about, where the words did not say.
    Category,
    /// «Отправить»
    Submit,
    /// «Всё равно создать», where the house has one already.
    Anyway,
    /// «Беру», in the topic.
    Take,
    /// «Выезжаю»
    Depart,
    /// «Я на месте»
    Arrive,
    /// The worker's words to the resident.
    Comment,
    /// The resident's words back.
    Reply,
    /// «Готово»
    Complete,
    /// «Принять»
    Accept,
    /// Five stars.
    Rate,
}

/// What the worker writes.
const COMING: &str = "Приду после обеда, будьте дома";
/// What the resident answers.
const WAITING: &str = "Хорошо, жду вас";
/// What residents write: two that are understood, and one that has to be asked about.
const WORDS: [&str; 3] =
    ["Течёт под раковиной на кухне, пол мокрый", "Не работает розетка в комнате", "Трубка молчит, никого не слышно"];
/// What the last is about.
const CATEGORY: &str = "🔔";

impl Step {
    /// All of them, in their order.
    pub(super) const ALL: [Step; 12] = [
        Step::Words,
        Step::Category,
        Step::Submit,
        Step::Anyway,
        Step::Take,
        Step::Depart,
        Step::Arrive,
        Step::Comment,
        Step::Reply,
        Step::Complete,
        Step::Accept,
        Step::Rate,
    ];

    /// Its name in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Step::Words => "words",
            Step::Category => "tap: category",
            Step::Submit => "tap: submit",
            Step::Anyway => "tap: all the same",
            Step::Take => "tap: take",
            Step::Depart => "tap: on the way",
            Step::Arrive => "tap: arrived",
            Step::Comment => "the worker's words",
            Step::Reply => "the resident's words",
            Step::Complete => "tap: done",
            Step::Accept => "tap: accept",
            Step::Rate => "tap: five stars",
        }
    }

    /// The update of this step, as soon as what it answers is there; none where the case does without it.
    pub(super) async fn update(self, case: &mut Case, telegram: &Telegram) -> Result<Option<Vec<u8>>> {
        let home = case.home();
        let id = telegram.next_id();
        Ok(Some(match self {
            Step::Words => wire::message_update(id, case.resident, telegram.next_id(), WORDS[case.nth % WORDS.len()]),
            Step::Category if case.nth % WORDS.len() != 2 => return Ok(None),
            Step::Category => tap(case.resident, id, telegram, home, CATEGORY).await?,
            Step::Submit => tap(case.resident, id, telegram, home, &t::requests::submit(Lang::Ru)).await?,
            Step::Anyway => {
                let anyway = t::requests::file_anyway(Lang::Ru);
                let either =
                    |message: &Value| button(message, &anyway).map(|data| Err((message.clone(), data.to_owned())));
                let filed = |message: &Value| number_in(message["text"].as_str()?).map(Ok);
                // Asked whether to join, the bot says the number of another.
                let look = |message: &Value| either(message).or_else(|| filed(message));
                match telegram.waits(home, "№", look).await? {
                    Ok(_) => return Ok(None),
                    Err((message, data)) => wire::tap_update(id, case.resident, &message, &data),
                }
            }
            Step::Take => {
                let number = |message: &Value| number_in(message["text"].as_str()?);
                case.number = telegram.waits(home, "№", number).await?;
                tap(case.worker, id, telegram, case.topic(), &t::requests::take(Lang::Ru)).await?
            }
            Step::Depart => tap(case.worker, id, telegram, case.topic(), &t::requests::depart(Lang::Ru)).await?,
            Step::Arrive => tap(case.worker, id, telegram, case.topic(), &t::requests::arrive(Lang::Ru)).await?,
            Step::Comment => {
                let complete = t::requests::complete(Lang::Ru);
                let has = |message: &Value| button(message, &complete).map(|_| message.clone());
                let card = telegram.waits(case.topic(), &complete, has).await?;
                wire::reply_update(id, case.worker, telegram.next_id(), &card, COMING)
            }
            Step::Reply => {
                let says = |message: &Value| message["text"].as_str()?.contains(COMING).then(|| message.clone());
                let word = telegram.waits(home, COMING, says).await?;
                wire::reply_update(id, case.resident, telegram.next_id(), &word, WAITING)
            }
            Step::Complete => {
                let says = |message: &Value| message["text"].as_str()?.contains(WAITING).then_some(());
                telegram.waits(case.topic(), WAITING, says).await?;
                tap(case.worker, id, telegram, case.topic(), &t::requests::complete(Lang::Ru)).await?
            }
            Step::Accept => tap(case.resident, id, telegram, home, &t::requests::accept(Lang::Ru)).await?,
            Step::Rate => tap(case.resident, id, telegram, home, "★5").await?,
        }))
    }

    /// Waits until the last step has been thanked for.
    pub(super) async fn ended(case: &Case, telegram: &Telegram) -> Result<()> {
        let thanked = |message: &Value| message["text"].as_str()?.contains("★★★★★").then_some(());
        telegram.waits(case.home(), "★★★★★", thanked).await.context("no thanks")
    }
}

/// A tap by `who` on the button with `label` in `room`, once it is there.
async fn tap(who: i64, id: i64, telegram: &Telegram, room: Room, label: &str) -> Result<Vec<u8>> {
    let has = |message: &Value| button(message, label).map(|data| wire::tap_update(id, who, message, data));
    telegram.waits(room, label, has).await
}
