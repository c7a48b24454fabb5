//! What becomes of an update.

use domain::Error;

use crate::telegram::CallError;

/// Why an update could not be finished: it is refused, and Telegram delivers it again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Again {
    /// PostgreSQL, Redis or the Bot API cannot be reached.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Telegram wants fewer messages: the answer has to wait this many seconds.
    #[error("telegram asks to wait {0} s")]
    Wait(u64),
}

impl From<redis::RedisError> for Again {
    fn from(error: redis::RedisError) -> Self {
        Again::Unavailable(format!("redis: {error}"))
    }
}

impl From<Error> for Again {
    /// For questions asked outside a step, where every error means: not now.
    fn from(error: Error) -> Self {
        Again::Unavailable(error.to_string())
    }
}

/// What a failed call means for the update that it answers. None: nothing that trying again would mend.
pub fn again(error: &CallError) -> Option<Again> {
    match error {
        CallError::RetryAfter(seconds) => Some(Again::Wait(*seconds)),
        CallError::Unavailable(why) => Some(Again::Unavailable(why.clone())),
        CallError::Blocked(_)
        | CallError::Kicked(_)
        | CallError::Migrated { .. }
        | CallError::NotModified
        | CallError::MessageGone(_)
        | CallError::ThreadGone(_)
        | CallError::NotForum
        | CallError::QueryTooOld
        | CallError::Unauthorized
        | CallError::Rejected { .. } => None,
    }
}
