//! Every call to Telegram that makes or changes a message is paid for before it is made.

use std::time::Duration;

use super::{
    budget::{Class, Wait},
    outbox::Unsent,
};
use crate::{app::Shared, bots::Running, telegram::CallError};

/// Pays for one call to the chat, or says how long the delivery has to wait; what it has done until now it must have
/// written down, because it begins anew.
pub(super) async fn pay(app: &Shared, bot: &Running, chat_id: i64, class: Class) -> Result<(), Unsent> {
    match take(app, bot, chat_id, class).await? {
        Wait::Go => Ok(()),
        Wait::WaitFor(wait) => Err(Unsent::Wait(wait)),
    }
}

/// Waits for room in the budgets: for what follows a message that is out already and cannot be put back.
pub(super) async fn pay_and_stay(app: &Shared, bot: &Running, chat_id: i64, class: Class) -> Result<(), Unsent> {
    loop {
        match take(app, bot, chat_id, class).await? {
            Wait::Go => return Ok(()),
            Wait::WaitFor(wait) if wait > Duration::from_secs(30) => {
                return Err(CallError::RetryAfter(wait.as_secs() + 1).into());
            }
            Wait::WaitFor(wait) => tokio::time::sleep(wait).await,
        }
    }
}

async fn take(app: &Shared, bot: &Running, chat_id: i64, class: Class) -> Result<Wait, domain::Error> {
    let wait = app.budget.take(bot.bot.telegram_id, chat_id, chat_id < 0, class).await;
    wait.map_err(|error| domain::Error::Unavailable(error.into()))
}
