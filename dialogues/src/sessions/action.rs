//! Buttons about one's own sign-ins, and how they fit into callback data.

use domain::ids::SessionId;

use crate::action::{id, parse_id};

/// A button about one's own sign-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionTap {
    /// Where one is signed in, after this one.
    List(Option<SessionId>),
    /// One of them.
    Show(SessionId),
    /// It ends.
    End(SessionId),
    /// All may have to end.
    AskAll,
    /// All end.
    EndAll,
}

impl SessionTap {
    pub(crate) fn encode(self) -> String {
        match self {
            SessionTap::List(None) => "l".to_owned(),
            SessionTap::List(Some(after)) => format!("l{}", id(after.0)),
            SessionTap::Show(session) => format!("s{}", id(session.0)),
            SessionTap::End(session) => format!("x{}", id(session.0)),
            SessionTap::AskAll => "a".to_owned(),
            SessionTap::EndAll => "A".to_owned(),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let kind = letters.next()?;
        let session = |text: &str| Some(SessionId(parse_id(text)?));
        Some(match (kind, letters.as_str()) {
            ('l', "") => SessionTap::List(None),
            ('l', rest) => SessionTap::List(Some(session(rest)?)),
            ('s', rest) => SessionTap::Show(session(rest)?),
            ('x', rest) => SessionTap::End(session(rest)?),
            ('a', "") => SessionTap::AskAll,
            ('A', "") => SessionTap::EndAll,
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let session = SessionId(uuid::Uuid::from_u128(u128::MAX));
        let (list, after) = (SessionTap::List(None), SessionTap::List(Some(session)));
        vec![list, after, SessionTap::Show(session), SessionTap::End(session), SessionTap::AskAll, SessionTap::EndAll]
    }
}
