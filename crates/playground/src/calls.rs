//! The log of Bot API calls, for tests that ask what a bot did and for a reader who wonders why.

use std::{collections::VecDeque, time::SystemTime};

use serde_json::Value;

/// How many calls are remembered per bot.
const REMEMBERED: usize = 20_000;

/// A Bot API call that a bot made.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method's proper name, whatever case it came in.
    pub method: String,
    /// Parameters after checking; files are not in it.
    pub params: Value,
    /// When it came.
    pub at: SystemTime,
    /// The HTTP status of the answer; 0 when the answer was lost on purpose.
    pub status: u16,
    /// The description of an error.
    pub error: Option<String>,
}

/// The latest calls of a bot.
#[derive(Debug, Default)]
pub(crate) struct CallLog {
    calls: VecDeque<Call>,
}

impl CallLog {
    pub fn add(&mut self, call: Call) {
        if self.calls.len() == REMEMBERED {
            self.calls.pop_front();
        }
        self.calls.push_back(call);
    }

    pub fn all(&self) -> Vec<Call> {
        self.calls.iter().cloned().collect()
    }

    pub fn clear(&mut self) {
        self.calls.clear();
    }
}
