//! The one transition table of the product: where a request stands, and where each verb leads from there. Every path,
//! bot, API and timer, goes through it.

use serde::{Deserialize, Serialize};

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Status {
    /// Filed, nobody has it yet.
    New,
    /// Given to somebody who has not answered yet.
    Assigned,
    /// Somebody took it.
    Accepted,
    /// They are on their way.
    OnTheWay,
    /// They work on it.
    InProgress,
    /// It waits: for a part, for access, for somebody else.
    Paused,
    /// The worker says that it is done; the resident is asked.
    Done,
    /// The resident says that it is not solved.
    Returned,
    /// Accepted, by the resident or by the time: the end, unless it is opened again.
    Closed,
    /// Withdrawn by whoever filed it: the end.
    Cancelled,
    /// The org does not do this, and said why: the end.
    Declined,
}

/// What can be done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// A dispatcher gives it to somebody, whoever had it before.
    Assign,
    /// «Беру»: of oneself, or in answer to having been given it.
    Take,
    /// «Не могу»: it goes back to the queue.
    Release,
    /// «Выезжаю».
    Depart,
    /// «Я на месте».
    Arrive,
    /// It has to wait.
    Pause,
    /// It goes on.
    Resume,
    /// «Готово».
    Complete,
    /// The resident accepts the work.
    Accept,
    /// The resident returns it.
    Return,
    /// The resident opens again what was closed.
    Reopen,
    /// The resident withdraws it.
    Cancel,
    /// The org says no, and why.
    Decline,
    /// It ends without the resident's word: nobody answered, or the org ends it.
    Close,
}

impl Status {
    /// All of them, in the order of a life.
    pub const ALL: [Status; 11] = [
        Status::New,
        Status::Assigned,
        Status::Accepted,
        Status::OnTheWay,
        Status::InProgress,
        Status::Paused,
        Status::Done,
        Status::Returned,
        Status::Closed,
        Status::Cancelled,
        Status::Declined,
    ];

    /// Where `verb` leads from here; none where it cannot be done.
    pub fn after(self, verb: Verb) -> Option<Status> {
        use Status::*;
        match (self, verb) {
            (New | Assigned | Accepted | OnTheWay | InProgress | Paused | Returned, Verb::Assign) => Some(Assigned),
            (New | Assigned | Returned, Verb::Take) => Some(Accepted),
            (Assigned | Accepted | OnTheWay | InProgress | Paused, Verb::Release) => Some(New),
            (Accepted, Verb::Depart) => Some(OnTheWay),
            (Accepted | OnTheWay, Verb::Arrive) => Some(InProgress),
            (Accepted | OnTheWay | InProgress, Verb::Pause) => Some(Paused),
            (Paused, Verb::Resume) => Some(InProgress),
            // Not everybody taps on the way: whoever has it may say that it is done.
            (Accepted | OnTheWay | InProgress, Verb::Complete) => Some(Done),
            (Done, Verb::Accept) => Some(Closed),
            (Done, Verb::Return) => Some(Returned),
            (Closed, Verb::Reopen) => Some(Returned),
            (New | Assigned | Accepted | OnTheWay | InProgress | Paused | Returned, Verb::Cancel) => Some(Cancelled),
            (New | Assigned | Accepted | Paused | Returned, Verb::Decline) => Some(Declined),
            (open, Verb::Close) if open.is_open() => Some(Closed),
            _ => None,
        }
    }

    /// Whether the work on it has not ended.
    pub fn is_open(self) -> bool {
        !matches!(self, Status::Closed | Status::Cancelled | Status::Declined)
    }

    /// Whether somebody has it and works, or will.
    pub fn is_at_work(self) -> bool {
        matches!(self, Status::Accepted | Status::OnTheWay | Status::InProgress | Status::Paused)
    }
}

impl Verb {
    /// All of them.
    pub const ALL: [Verb; 14] = [
        Verb::Assign,
        Verb::Take,
        Verb::Release,
        Verb::Depart,
        Verb::Arrive,
        Verb::Pause,
        Verb::Resume,
        Verb::Complete,
        Verb::Accept,
        Verb::Return,
        Verb::Reopen,
        Verb::Cancel,
        Verb::Decline,
        Verb::Close,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, written out: a change of a rule must be a change here.
    #[test]
    fn transitions() {
        let mut table = String::new();
        for status in Status::ALL {
            for verb in Verb::ALL {
                let to = status.after(verb).map_or("—".to_owned(), |to| format!("{to:?}"));
                table.push_str(&format!("{status:?} + {verb:?} = {to}\n"));
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn an_ended_request_stays_ended_but_for_the_residents_reopening() {
        for status in Status::ALL.into_iter().filter(|status| !status.is_open()) {
            for verb in Verb::ALL {
                let to = (status, verb) == (Status::Closed, Verb::Reopen);
                assert_eq!(status.after(verb), to.then_some(Status::Returned), "{status:?} {verb:?}");
            }
        }
    }

    #[test]
    fn every_status_is_reached_from_new_and_every_open_one_can_end() {
        let mut reached = vec![Status::New];
        let mut at = 0;
        while let Some(&status) = reached.get(at) {
            for to in Verb::ALL.into_iter().filter_map(|verb| status.after(verb)) {
                if !reached.contains(&to) {
                    reached.push(to);
                }
            }
            at += 1;
        }
        assert!(Status::ALL.iter().all(|status| reached.contains(status)), "{reached:?}");
        for status in Status::ALL.into_iter().filter(|status| status.is_open()) {
            assert!(Verb::ALL.into_iter().filter_map(|verb| status.after(verb)).any(|to| !to.is_open()), "{status:?}");
        }
    }
}
