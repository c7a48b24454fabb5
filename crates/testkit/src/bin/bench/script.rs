//! The filing conversation: what a person does in each step, and what they must be shown. Each time it is about something
//! else: nobody files more than two alike, or ten a day.

use anyhow::{Context as _, Result, ensure};
use i18n::{Lang, t};
use serde_json::Value;

use crate::{
    bot_api::{Call, number_in},
    wire,
};

/// What everybody writes into their request.
pub(crate) const WORDS: &str = "Течёт под раковиной на кухне, пол мокрый. Можно прийти после шести вечера.";

/// What it is about: four kinds with problems, of each of which one may file two.
const KINDS: [&str; 4] = ["🚿", "💡", "🔥", "🛠"];

/// The most often that one person can take it.
pub(crate) const TIMES_MAX: usize = 2 * KINDS.len();

/// One step of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// `/new`
    New,
    /// What it is about.
    Category,
    /// Which problem of that kind: another than those that are offered.
    Problem,
    /// What happened.
    Words,
    /// «Отправить»
    Submit,
}

impl Step {
    /// The steps that only ask, in their order.
    pub(crate) const ASKS: [Step; 4] = [Step::New, Step::Category, Step::Problem, Step::Words];

    /// Its name in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Step::New => "/new",
            Step::Category => "tap: category",
            Step::Problem => "tap: problem",
            Step::Words => "words",
            Step::Submit => "tap: submit",
        }
    }

    /// The update of a person in `chat` who has filed so often and whose newest message from the bot is `screen`.
    pub(crate) fn update(
        self,
        update_id: i64,
        chat: i64,
        filed: usize,
        message_id: i64,
        screen: &Value,
    ) -> Result<Vec<u8>> {
        let tap = |label: &str| {
            let data = button(screen, label).with_context(|| format!("no button «{label}» in {screen}"))?;
            Ok(wire::tap_update(update_id, chat, screen, data))
        };
        match self {
            Step::New => Ok(wire::message_update(update_id, chat, message_id, "/new")),
            Step::Category => tap(KINDS[filed % KINDS.len()]),
            Step::Problem => tap(&t::requests::other_problem(Lang::Ru)),
            Step::Words => Ok(wire::message_update(update_id, chat, message_id, WORDS)),
            Step::Submit => tap(&t::requests::submit(Lang::Ru)),
        }
    }

    /// Checks what the person was shown, and returns the call that was their answer.
    pub(crate) fn check<'a>(self, calls: &'a [Call], screen_before: &Value) -> Result<&'a Call> {
        let of = |method: &str| calls.iter().find(|call| call.method == method);
        let question = match self {
            Step::New => t::requests::ask_category(Lang::Ru),
            Step::Category => t::requests::other_problem(Lang::Ru),
            Step::Problem => t::requests::ask_words(Lang::Ru),
            Step::Words => t::requests::review_hint(Lang::Ru),
            Step::Submit => String::new(),
        };
        match self {
            Step::New | Step::Words => {
                ensure!(calls.len() == 1, "one call was expected");
                let sent = of("sendMessage").context("no new message")?;
                ensure!(sent.text.contains(&question), "«{question}» was expected");
                ensure!(self == Step::New || sent.text.contains(WORDS), "the words are missing");
                Ok(sent)
            }
            Step::Category | Step::Problem => {
                ensure!(calls.len() == 2, "two calls were expected");
                let edited = of("editMessageText").context("the message was not changed")?;
                ensure!(edited.message_id == screen_before["message_id"].as_i64(), "another message was changed");
                let is_asked = edited.text.contains(&question) || edited.buttons.contains(&question);
                ensure!(is_asked, "«{question}» was expected");
                let answered = of("answerCallbackQuery").context("the tap was not answered")?;
                ensure!(answered.text.is_empty(), "a toast was not expected");
                Ok(edited)
            }
            Step::Submit => {
                ensure!(calls.len() == 1, "one call was expected");
                let answered = of("answerCallbackQuery").context("the tap was not answered")?;
                let number = number_in(&answered.text).context("no number")?;
                ensure!(answered.text == t::requests::filed(Lang::Ru, number), "another toast was expected");
                Ok(answered)
            }
        }
    }
}

/// The callback data of the first button whose label contains `label`.
fn button<'a>(screen: &'a Value, label: &str) -> Option<&'a str> {
    let rows = screen["reply_markup"]["inline_keyboard"].as_array()?;
    let mut buttons = rows.iter().filter_map(Value::as_array).flatten();
    buttons.find(|button| button["text"].as_str().is_some_and(|text| text.contains(label)))?["callback_data"].as_str()
}
